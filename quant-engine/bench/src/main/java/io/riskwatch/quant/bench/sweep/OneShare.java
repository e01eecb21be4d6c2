package io.riskwatch.quant.bench.sweep;

import io.riskwatch.quant.bench.SharedRandom;

/** The prices of W5-sma, the same in {@code w5_sma.py}: closes that walk at random, opens near the close before. */
public final class OneShare {
    public static final int BARS = 2500;
    public static final int SHORTEST_FAST = 5;
    public static final int SHORTEST_SLOW = 110;

    /** Windows of either kind: so many squared are the pairs. */
    public static final int WINDOWS = 100;

    private OneShare() {}

    public static double[] closes() {
        double[] closes = new double[BARS];
        double price = 100;
        for (int t = 0; t < BARS; t++) {
            price *= 1.0003 + 0.012 * SharedRandom.normal(51, t);
            closes[t] = price;
        }
        return closes;
    }

    public static double[] opens() {
        double[] closes = closes();
        double[] opens = new double[BARS];
        for (int t = 0; t < BARS; t++) {
            opens[t] = (t == 0 ? 100 : closes[t - 1]) * (1 + 0.003 * SharedRandom.normal(52, t));
        }
        return opens;
    }
}
