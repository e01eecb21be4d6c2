package io.riskwatch.quant.bench.sweep;

import io.riskwatch.quant.bench.SharedRandom;
import java.util.Arrays;

/** The returns and the targets of W5-rebalancing, the same in {@code w5_rebalancing.py}. */
final class TenAssets {
    static final int ASSETS = 10;
    static final int DAYS = 5000;
    static final int VARIANTS = 1000;
    static final int EVERY = 21;
    static final double COST_RATE = 0.001;

    private TenAssets() {}

    static double[][] returns() {
        double[][] returns = new double[DAYS][ASSETS];
        for (int t = 0; t < DAYS; t++) {
            for (int a = 0; a < ASSETS; a++) {
                returns[t][a] = 0.0003 + 0.01 * SharedRandom.normal(53, (long) t * ASSETS + a);
            }
        }
        return returns;
    }

    static double[] target(int variant) {
        double[] target = new double[ASSETS];
        Arrays.setAll(target, a -> SharedRandom.uniform(54, (long) variant * ASSETS + a));
        double sum = Arrays.stream(target).sum();
        Arrays.setAll(target, a -> target[a] / sum);
        return target;
    }
}
