package io.riskwatch.quant.performance;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.NumericalFailureException;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** A measure on every window of a series: how it changed in time. */
public final class Rolling {
    private Rolling() {}

    /**
     * The measure of returns[t .. t + window) for every t; entry k belongs to the window that ends at k + window - 1.
     *
     * <p>Cost: number of windows times the measure's. A measure that refuses a window makes the whole call refuse.
     *
     * @param window 1 to the series' length
     */
    public static double[] of(double[] returns, int window, ToDoubleFunction<double[]> measure) {
        Arguments.within("window", window, 1, returns.length);
        double[] values = new double[returns.length - window + 1];
        for (int t = 0; t < values.length; t++) {
            values[t] = measure.applyAsDouble(Arrays.copyOfRange(returns, t, t + window));
            if (!Double.isFinite(values[t])) {
                throw new NumericalFailureException("measure of the window that begins at " + t + " was " + values[t]);
            }
        }
        return values;
    }
}
