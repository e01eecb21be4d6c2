package io.riskwatch.quant.risk;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.distribution.Normal;
import io.riskwatch.quant.stat.Quantile;
import io.riskwatch.quant.stat.QuantileType;

/**
 * The loss that is exceeded only with probability 1 - confidence.
 *
 * <p>A fraction of the value, positive for a loss: 0.03 means "3 % or more is lost on one period in twenty" at confidence
 * 0.95. A negative figure means that even the bad outcome is a gain. Returns are simple returns of one period.
 *
 * <p>Sources: P. Jorion, "Value at Risk" (2007); A. McNeil, R. Frey and P. Embrechts, "Quantitative Risk Management"
 * (2015) ch. 2.
 */
public final class ValueAtRisk {
    private ValueAtRisk() {}

    /** Historical value at risk by the type 7 quantile; {@link #historical(double[], double, QuantileType)}. */
    public static double historical(double[] returns, double confidence) {
        return historical(returns, confidence, QuantileType.TYPE_7);
    }

    /**
     * Historical value at risk: minus the (1 - confidence) quantile of what has happened.
     *
     * @param returns at least two simple returns of one period
     * @param confidence in (0, 1), e.g. 0.95
     * @param quantileType how to read a quantile between two observations
     */
    public static double historical(double[] returns, double confidence, QuantileType quantileType) {
        Arguments.series("returns", returns, 2);
        return -Quantile.of(returns, Arguments.tail(confidence), quantileType) + 0.0;
    }

    /**
     * Normal value at risk: z sigma sqrt(h) - h mu, with z the standard normal quantile of the confidence.
     *
     * @param mean mu, expected return per period; 0 by Riskwatch's convention
     * @param volatility sigma, standard deviation per period, not negative
     * @param confidence in (0, 1)
     * @param horizonPeriods h, at least 1
     */
    public static double normal(double mean, double volatility, double confidence, int horizonPeriods) {
        Arguments.finite("mean", mean);
        Arguments.notNegative("volatility", volatility);
        Arguments.confidence(confidence);
        Arguments.atLeast("horizonPeriods", horizonPeriods, 1);
        return Normal.quantile(confidence) * volatility * Math.sqrt(horizonPeriods) - horizonPeriods * mean;
    }

    /**
     * A one-period value at risk stretched to h periods by the square root of time: see {@link Scaling}.
     *
     * @param onePeriod the loss over one period
     * @param horizonPeriods h, at least 1
     */
    public static double squareRootOfTime(double onePeriod, int horizonPeriods) {
        Arguments.finite("onePeriod", onePeriod);
        Arguments.atLeast("horizonPeriods", horizonPeriods, 1);
        return onePeriod * Math.sqrt(horizonPeriods);
    }

    /**
     * Value at risk of the sample's own step distribution: the least loss x with P(loss <= x) at least the confidence. The
     * one that belongs to the Rockafellar-Uryasev expected shortfall, and never above it.
     *
     * @param returns at least two simple returns of one period
     */
    public static double lower(double[] returns, double confidence) {
        Arguments.series("returns", returns, 2);
        Arguments.confidence(confidence);
        double[] losses = new double[returns.length];
        for (int t = 0; t < losses.length; t++) {
            losses[t] = -returns[t] + 0.0;
        }
        return Quantile.of(losses, confidence, QuantileType.TYPE_1);
    }

    /**
     * Value at risk when the price follows geometric Brownian motion: 1 - exp((mu - sigma^2 / 2) h - z sigma sqrt(h)); never
     * above 1.
     *
     * @param drift mu, continuous drift of dS/S per period
     * @param volatility sigma of the log price per period, not negative
     */
    public static double lognormal(double drift, double volatility, double confidence, int horizonPeriods) {
        Arguments.finite("drift", drift);
        Arguments.notNegative("volatility", volatility);
        Arguments.confidence(confidence);
        Arguments.atLeast("horizonPeriods", horizonPeriods, 1);
        double z = Normal.quantile(confidence);
        double log =
                (drift - 0.5 * volatility * volatility) * horizonPeriods - z * volatility * Math.sqrt(horizonPeriods);
        return Arguments.finite("value at risk", -Math.expm1(log));
    }
}
