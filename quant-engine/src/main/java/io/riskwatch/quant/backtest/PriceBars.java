package io.riskwatch.quant.backtest;

import io.riskwatch.quant.Arguments;

/** Opening and closing prices of consecutive periods, all positive, adjusted for splits. */
public final class PriceBars {
    private final double[] opens;
    private final double[] closes;

    private PriceBars(double[] opens, double[] closes) {
        this.opens = opens;
        this.closes = closes;
    }

    /** Refuses fewer than two bars, different lengths and prices that are not positive. */
    public static PriceBars of(double[] opens, double[] closes) {
        Arguments.sameLength("opens", opens.length, "closes", closes.length);
        return new PriceBars(prices("opens", opens), prices("closes", closes));
    }

    private static double[] prices(String name, double[] prices) {
        Arguments.series(name, prices, 2);
        for (int t = 0; t < prices.length; t++) {
            Arguments.positive(name + "[" + t + "]", prices[t]);
        }
        return prices.clone();
    }

    /** Number of bars. */
    public int size() {
        return closes.length;
    }

    /** Opening price of a bar. */
    public double open(int bar) {
        return opens[Arguments.position("bar", bar, opens.length)];
    }

    /** Closing price of a bar. */
    public double close(int bar) {
        return closes[Arguments.position("bar", bar, closes.length)];
    }

    /** All opening prices. */
    public double[] opens() {
        return opens.clone();
    }

    /** All closing prices. */
    public double[] closes() {
        return closes.clone();
    }
}
