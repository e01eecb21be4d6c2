package io.riskwatch.quant.bench.gbm;

import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.Stopwatch;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.random.MersenneTwister;

/** As one writes it with commons-math3: a sampled normal and an exponential per step. */
public final class CommonsMathGbm implements Contender {
    private static final int PATHS = 50_000;
    private static final int STEPS = 252;
    private static final double A = (0.07 - 0.02) / STEPS;
    private static final double B = 0.2 * Math.sqrt(1.0 / STEPS);

    @Override
    public double scale() {
        return 20;
    }

    @Override
    public int warmUps() {
        return 2;
    }

    @Override
    public String run(Stopwatch watch) {
        double[] ends = new double[PATHS];
        int[] touched = new int[1];
        watch.kernel(() -> touched[0] = simulate(ends));
        Arrays.sort(ends);
        int tail = PATHS / 20;
        return String.format(
                Locale.ROOT,
                "mean %.3f p5 %.3f p50 %.3f p95 %.3f ES5 %.3f below70 %.5f",
                Arrays.stream(ends).average().orElseThrow(),
                ends[tail],
                ends[PATHS / 2],
                ends[PATHS - tail],
                Arrays.stream(ends, 0, tail).average().orElseThrow(),
                touched[0] / (double) PATHS);
    }

    private static int simulate(double[] ends) {
        NormalDistribution normal = new NormalDistribution(new MersenneTwister(42), 0, 1);
        int touched = 0;
        for (int path = 0; path < PATHS; path++) {
            double value = 100;
            double lowest = value;
            for (int t = 0; t < STEPS; t++) {
                value *= Math.exp(A + B * normal.sample());
                lowest = Math.min(lowest, value);
            }
            ends[path] = value;
            touched += lowest < 70 ? 1 : 0;
        }
        return touched;
    }
}
