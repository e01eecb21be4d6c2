package io.riskwatch.quant.risk;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.stat.Moments;
import io.riskwatch.quant.stat.QuantileType;

/**
 * Value at risk and expected shortfall at one confidence and horizon, as a report shows them.
 *
 * @param confidence share of outcomes better than the value at risk, in (0, 1)
 * @param horizonPeriods number of periods of the returns, at least 1
 * @param valueAtRisk fraction of the value, positive for a loss
 * @param expectedShortfall fraction of the value, positive for a loss, at least the value at risk
 * @param scaling how the horizon was reached
 */
public record TailRisk(
        double confidence, int horizonPeriods, double valueAtRisk, double expectedShortfall, Scaling scaling) {

    /** {@link #historical(double[], double, int, QuantileType)} with the type 7 quantile. */
    public static TailRisk historical(double[] returns, double confidence, int horizonPeriods) {
        return historical(returns, confidence, horizonPeriods, QuantileType.TYPE_7);
    }

    /**
     * By what has happened: {@link ValueAtRisk#historical} and {@link ExpectedShortfall#historical} of one period, times
     * the square root of the horizon.
     */
    public static TailRisk historical(
            double[] returns, double confidence, int horizonPeriods, QuantileType quantileType) {
        Arguments.atLeast("horizonPeriods", horizonPeriods, 1);
        double root = Math.sqrt(horizonPeriods);
        double valueAtRisk = ValueAtRisk.historical(returns, confidence, quantileType);
        double expectedShortfall = ExpectedShortfall.historical(returns, confidence);
        return new TailRisk(
                confidence, horizonPeriods, valueAtRisk * root, expectedShortfall * root, Scaling.over(horizonPeriods));
    }

    /**
     * By the normal distribution with the sample's volatility (divisor n - 1).
     *
     * @param returns at least two simple returns of one period
     */
    public static TailRisk normal(double[] returns, double confidence, int horizonPeriods, MeanAssumption mean) {
        Moments moments = Moments.of(Arguments.series("returns", returns, 2));
        double mu = mean == MeanAssumption.SAMPLE ? moments.mean() : 0;
        double sigma = moments.standardDeviation();
        return new TailRisk(
                confidence,
                horizonPeriods,
                ValueAtRisk.normal(mu, sigma, confidence, horizonPeriods),
                ExpectedShortfall.normal(mu, sigma, confidence, horizonPeriods),
                Scaling.over(horizonPeriods));
    }
}
