package io.riskwatch.quant.degenerate;

import io.riskwatch.quant.random.Xoshiro256PlusPlus;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Arguments that break careless code, beside a few good ones, by type. */
final class Degenerate {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    private static final double[] GOOD = {
        0.01, -0.02, 0.03, 0.005, -0.011, 0.02, -0.03, 0.015, 0.004, -0.008, 0.012, 0.007
    };
    private static final double[] GOOD_TOO = {
        0.02, -0.01, 0.01, 0.004, -0.02, 0.03, -0.01, 0.02, 0.001, 0.003, -0.004, 0.006
    };

    private static final Map<Type, List<Object>> POOLS = Map.of(
            double.class, List.of(0.0, 1.0, -1.0, 0.95, 0.05, 2.5, 100.0, NAN, INF, -INF),
            int.class, List.of(0, 1, 2, 3, 12, -1),
            long.class, List.of(0L, 1L, -1L),
            String.class, List.of("", "asset"),
            double[].class,
                    List.of(
                            new double[0],
                            new double[] {0.01},
                            new double[] {0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01},
                            new double[12],
                            new double[] {-0.1, -0.2, -0.1, -0.3, -0.1, -0.2, -0.1, -0.3, -0.1, -0.2, -0.1, -0.3},
                            new double[] {0.01, NAN, 0.02, 0.01},
                            new double[] {0.01, INF},
                            new double[] {-100, 40, 90},
                            new double[] {0.5, 0.5},
                            new double[] {0.6, 0.4},
                            new double[] {100, 101, 99, 103, 102, 98, 97, 105, 104, 110, 108, 111},
                            GOOD,
                            GOOD_TOO),
            double[][].class,
                    List.of(
                            new double[0][],
                            new double[][] {{}},
                            new double[][] {{0.04}},
                            new double[][] {{0.04, 0.01}, {0.01}},
                            new double[][] {{0.04, NAN}, {NAN, 0.04}},
                            new double[][] {{1, 1}, {1, 1}},
                            new double[][] {{1, 2}, {2, 1}},
                            new double[2][2],
                            new double[][] {{0.04, 0.01}, {0.01, 0.09}},
                            new double[][] {{1, 0.3}, {0.3, 1}},
                            IntStream.range(0, 10)
                                    .mapToObj(t -> IntStream.range(0, 100)
                                            .mapToDouble(i -> Math.sin(t * 7 + i * i) / 50)
                                            .toArray())
                                    .toArray(double[][]::new),
                            IntStream.range(0, 12)
                                    .mapToObj(t -> new double[] {GOOD[t], GOOD_TOO[t]})
                                    .toArray(double[][]::new)),
            int[].class,
                    List.of(
                            new int[0],
                            new int[] {0},
                            new int[] {3, 1, 2},
                            new int[] {1, 1},
                            new int[] {0, 1, 2},
                            new int[] {-1, 7}),
            long[].class, List.of(new long[0], new long[] {0, 0, 0}, new long[] {5, 3, 4}, new long[] {0, 200, 400}),
            LocalDate.class, List.of(LocalDate.of(2024, 2, 29), LocalDate.of(2030, 8, 31), LocalDate.of(2024, 3, 1)),
            ToDoubleFunction.class,
                    List.<Object>of((ToDoubleFunction<double[]>) sample -> sample.length, (ToDoubleFunction<double[]>)
                            sample -> NAN));

    private Degenerate() {}

    /** Empty where the type has no values of its own. */
    static List<Object> of(Type type) {
        if (type == RandomGenerator.class) {
            return List.of(new Xoshiro256PlusPlus(1));
        }
        return POOLS.getOrDefault(type, List.of());
    }
}
