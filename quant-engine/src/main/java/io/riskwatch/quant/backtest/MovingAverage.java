package io.riskwatch.quant.backtest;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.kernel.RollingMeans;
import java.util.Arrays;

/** Smoothed series as trading rules use them. */
public final class MovingAverage {
    private MovingAverage() {}

    /**
     * Mean of the last {@code window} values; one value for each full window, so {@code window - 1} fewer than values. Each is the
     * double nearest to the exact mean, so equal means compare equal. Cost: one pass, whatever the window.
     */
    public static double[] simple(double[] values, int window) {
        Arguments.series("values", values, 1);
        Arguments.within("window", window, 1, values.length);
        double[] averages = new double[values.length];
        RollingMeans.of(values).fill(window, averages);
        return Arrays.copyOfRange(averages, window - 1, values.length);
    }

    /** Exponential average a_t = a_{t-1} + 2 / (n + 1) (x_t - a_{t-1}), started at the first value. */
    public static double[] exponential(double[] values, int n) {
        return smoothed(values, 2.0 / (Arguments.atLeast("n", n, 1) + 1));
    }

    /** Wilder's average: as {@link #exponential} with the factor 1 / n. */
    public static double[] wilder(double[] values, int n) {
        return smoothed(values, 1.0 / Arguments.atLeast("n", n, 1));
    }

    private static double[] smoothed(double[] values, double factor) {
        Arguments.series("values", values, 1);
        double[] averages = values.clone();
        for (int t = 1; t < averages.length; t++) {
            averages[t] = averages[t - 1] + factor * (values[t] - averages[t - 1]);
        }
        return averages;
    }
}
