package io.riskwatch.quant.performance;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.stat.Moments;

/**
 * Reward per unit of risk: mean excess return over its standard deviation, per year.
 *
 * <p>Sharpe = mean(r - rf) / sd(r - rf) x sqrt(periods per year); arithmetic mean, divisor n - 1, deviation of the excess
 * returns. A pure number. Undefined when the excess returns never vary.
 *
 * <p>Source: W. F. Sharpe, "The Sharpe Ratio", Journal of Portfolio Management (1994).
 */
public final class SharpeRatio {
    private SharpeRatio() {}

    /**
     * Annualised ratio at a constant riskless rate.
     *
     * @param returns at least two simple returns
     * @param riskFreePerPeriod riskless return of one period
     */
    public static double annualised(double[] returns, double riskFreePerPeriod, double periodsPerYear) {
        Arguments.finite("riskFreePerPeriod", riskFreePerPeriod);
        Arguments.positive("periodsPerYear", periodsPerYear);
        Moments moments = Moments.of(Arguments.series("returns", returns, 2));
        return ratio(moments.mean() - riskFreePerPeriod, moments) * Math.sqrt(periodsPerYear);
    }

    /**
     * Annualised ratio against a riskless rate that changes.
     *
     * @param riskFree riskless return of each period, as many as returns
     */
    public static double annualised(double[] returns, double[] riskFree, double periodsPerYear) {
        Arguments.sameLength("returns", returns.length, "riskFree", riskFree.length);
        Arguments.series("returns", returns, 2);
        Arguments.series("riskFree", riskFree, 2);
        Arguments.positive("periodsPerYear", periodsPerYear);
        double[] excess = new double[returns.length];
        for (int t = 0; t < excess.length; t++) {
            excess[t] = returns[t] - riskFree[t];
        }
        Moments moments = Moments.of(excess);
        return ratio(moments.mean(), moments) * Math.sqrt(periodsPerYear);
    }

    private static double ratio(double excess, Moments moments) {
        if (!moments.varies()) {
            throw new UndefinedMeasureException("Sharpe ratio has no value: the returns never vary");
        }
        return excess / moments.standardDeviation();
    }
}
