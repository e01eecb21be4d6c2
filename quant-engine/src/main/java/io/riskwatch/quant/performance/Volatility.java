package io.riskwatch.quant.performance;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.stat.Moments;

/**
 * How much returns scatter, as a standard deviation per year.
 *
 * <p>Annualised by the square root of the number of periods, which is exact for uncorrelated returns. Decimals.
 */
public final class Volatility {
    private Volatility() {}

    /**
     * Sample standard deviation (divisor n - 1) times sqrt(periods per year).
     *
     * @param returns at least two returns
     */
    public static double annualised(double[] returns, double periodsPerYear) {
        Arguments.series("returns", returns, 2);
        Arguments.positive("periodsPerYear", periodsPerYear);
        return Moments.of(returns).standardDeviation() * Math.sqrt(periodsPerYear);
    }

    /**
     * Downside deviation: sqrt(mean of min(0, r - target)^2) over ALL returns (not only the losing ones), times
     * sqrt(periods per year).
     *
     * <p>Source: T. Rollinger and S. Hoffman, "Sortino: A 'Sharper' Ratio" (2013).
     *
     * @param returns at least one return
     * @param target return per period below which an outcome counts as bad
     */
    public static double downside(double[] returns, double target, double periodsPerYear) {
        Arguments.series("returns", returns, 1);
        Arguments.finite("target", target);
        Arguments.positive("periodsPerYear", periodsPerYear);
        double sum = 0;
        for (double r : returns) {
            double shortfall = Math.min(0, r - target);
            sum += shortfall * shortfall;
        }
        return Math.sqrt(sum / returns.length) * Math.sqrt(periodsPerYear);
    }
}
