package io.riskwatch.quant.kernel;

import java.util.Arrays;

/**
 * Means of the last n values for any n, each in one pass whatever the window.
 *
 * <p>Sums from the first value on are kept as pairs of doubles (Knuth's two-sum), so the difference of two of them carries some 100
 * bits before the one division. Accuracy: 0.50001 units in the last place, exactly rounded for values whose sizes span less than 2^40;
 * so equal means compare equal, and a window of one value repeated gives that value.
 *
 * <p>Source: D. Knuth, "The Art of Computer Programming" vol. 2, 4.2.2, theorem B; Y. Hida, X. Li and D. Bailey, "Algorithms for
 * quad-double precision floating point arithmetic" (2001).
 */
public final class RollingMeans {
    private final double[] high;
    private final double[] low;

    private RollingMeans(double[] high, double[] low) {
        this.high = high;
        this.low = low;
    }

    /** Prepares the running sums. */
    public static RollingMeans of(double[] values) {
        double[] high = new double[values.length + 1];
        double[] low = new double[values.length + 1];
        for (int t = 0; t < values.length; t++) {
            double sum = high[t] + values[t];
            double part = sum - high[t];
            double error = high[t] - (sum - part) + (values[t] - part) + low[t];
            high[t + 1] = sum + error;
            low[t + 1] = error - (high[t + 1] - sum);
        }
        return new RollingMeans(high, low);
    }

    /**
     * Writes the mean of the values t - window + 1 to t at place t; NaN where the window is not full yet. An inner
     * loop's step: arguments are not checked.
     *
     * @param window from 1 to the number of values
     * @param means as long as the values
     */
    public void fill(int window, double[] means) {
        double n = window;
        Arrays.fill(means, 0, window - 1, Double.NaN);
        for (int t = window - 1; t < means.length; t++) {
            double to = high[t + 1];
            double from = high[t + 1 - window];
            double difference = to - from;
            double part = difference - to;
            double rest = to - (difference - part) - (from + part) + (low[t + 1] - low[t + 1 - window]);
            double sum = difference + rest;
            double tail = rest - (sum - difference);
            double mean = sum / n;
            means[t] = mean + (Math.fma(-mean, n, sum) + tail) / n;
        }
    }
}
