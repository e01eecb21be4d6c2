package io.riskwatch.quant.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderStatisticsTest {
    record Shape(String name, DoubleUnaryOperator of) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shape> shapes() {
        return Stream.of(
                new Shape("uniform", u -> u),
                new Shape("negative and crowded", u -> -1000 + Math.round(40 * u)),
                new Shape("one value", u -> 7),
                new Shape("an outlier", u -> u < 1e-4 ? 1e30 : u),
                new Shape("ever farther outliers", u -> Math.exp(1 / (0.012 + u))),
                new Shape("both zeros", u -> u < 0.5 ? -0.0 : 0.0),
                new Shape("the widest range", u -> (u - 0.5) * 2 * Float.MAX_VALUE),
                new Shape("tiny", u -> u * Float.MIN_VALUE * 50));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void ranksAreThoseOfTheSortedValues(Shape shape) {
        OrderStatistics selection = new OrderStatistics();
        SplittableRandom random = new SplittableRandom(11);
        for (int length : new int[] {1, 2, 17, 3000, 20_011}) {
            float[] values = new float[length + 5];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) shape.of().applyAsDouble(random.nextDouble());
            }
            float[] untouched = values.clone();
            int[] ranks = new int[9];
            Arrays.setAll(ranks, i -> i == 0 ? 0 : i == 8 ? length - 1 : random.nextInt(length));
            Arrays.sort(ranks);
            float[] selected = new float[9];
            selection.select(values, length, ranks, selected);
            float[] sorted = Arrays.copyOf(values, length);
            Arrays.sort(sorted);
            for (int i = 0; i < ranks.length; i++) {
                assertThat(selected[i] == sorted[ranks[i]])
                        .as("rank %d of %d: %s, not %s", ranks[i], length, sorted[ranks[i]], selected[i])
                        .isTrue();
            }
            assertThat(values).isEqualTo(untouched);
        }
    }

    @Test
    void bothTwinsCountInTheSameCells() {
        SplittableRandom random = new SplittableRandom(12);
        float[] values = new float[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        for (int length : new int[] {1, 3, 15, 16, 999}) {
            float[] scalarRange = new float[2];
            float[] vectorRange = new float[2];
            ScalarCells.range(values, length, scalarRange);
            VectorCells.range(values, length, vectorRange);
            assertThat(vectorRange).isEqualTo(scalarRange);
            int[] scalar = new int[length];
            int[] vector = new int[length];
            ScalarCells.cells(values, 1, length, -5, 700, scalar);
            VectorCells.cells(values, 1, length, -5, 700, vector);
            assertThat(vector).isEqualTo(scalar);
        }
    }
}
