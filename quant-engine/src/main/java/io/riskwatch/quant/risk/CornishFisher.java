package io.riskwatch.quant.risk;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.distribution.Normal;
import io.riskwatch.quant.stat.Moments;
import java.util.Set;

/**
 * Value at risk of a distribution that is somewhat skewed and fat-tailed ("modified VaR"): the normal quantile corrected by
 * the third and fourth moment.
 *
 * <p>z_cf = z + (z^2 - 1) S / 6 + (z^3 - 3 z) K / 24 - (2 z^3 - 5 z) S^2 / 36 with S skewness and K EXCESS kurtosis, both
 * with divisor n; VaR = -(mu + sigma z_cf) at the tail's z. Losses are positive.
 *
 * <p>The expansion is a quantile function only where it increases: {@link #inDomain}. Outside, the figure is still
 * computed and carries {@link RiskFlag#OUT_OF_DOMAIN}; it is never replaced by another method's.
 *
 * <p>Sources: P. Zangari (1996); L. Favre and J.-A. Galeano (2002); domain: D. Maillard, "A user's guide to the Cornish
 * Fisher expansion" (2012).
 *
 * @param mean expected return per period
 * @param volatility standard deviation per period
 * @param skewness S
 * @param excessKurtosis K, 0 for the normal distribution
 */
public record CornishFisher(double mean, double volatility, double skewness, double excessKurtosis) {
    public CornishFisher {
        Arguments.finite("mean", mean);
        Arguments.notNegative("volatility", volatility);
        Arguments.finite("skewness", skewness);
        Arguments.finite("excessKurtosis", excessKurtosis);
    }

    /**
     * The moments of a sample, all with divisor n; the mean as asked.
     *
     * @param returns at least two returns that vary
     */
    public static CornishFisher of(double[] returns, MeanAssumption mean) {
        Moments moments = Moments.of(Arguments.series("returns", returns, 2));
        return new CornishFisher(
                mean == MeanAssumption.SAMPLE ? moments.mean() : 0,
                moments.populationStandardDeviation(),
                moments.populationSkewness(),
                moments.populationExcessKurtosis());
    }

    /**
     * The same distribution over h independent periods whose returns add up: mean h mu, volatility sqrt(h) sigma, skewness S /
     * sqrt(h), excess kurtosis K / h. Shape fades with the horizon, so the figure is not the root of time times one period's.
     *
     * @param horizonPeriods h, at least 1
     */
    public CornishFisher over(int horizonPeriods) {
        double h = Arguments.atLeast("horizonPeriods", horizonPeriods, 1);
        return new CornishFisher(h * mean, Math.sqrt(h) * volatility, skewness / Math.sqrt(h), excessKurtosis / h);
    }

    /** The corrected standard quantile at a probability, e.g. about -2.8 at 0.01 for a left-skewed distribution. */
    public double standardQuantile(double probability) {
        double z = Normal.quantile(probability);
        double s = skewness;
        double square = z * z;
        return z + (square - 1) * s / 6 + z * (square - 3) * excessKurtosis / 24 - z * (2 * square - 5) * s * s / 36;
    }

    /** Value at risk over one period; positive for a loss. */
    public double valueAtRisk(double confidence) {
        Arguments.confidence(confidence);
        return -mean - volatility * standardQuantile(1 - confidence);
    }

    /**
     * Expected shortfall over one period: the expansion averaged over the tail, in closed form
     * -mu + sigma phi(z) / (1 - c) (1 + z S / 6 + (z^2 - 1) K / 24 - (2 z^2 - 1) S^2 / 36).
     */
    public double expectedShortfall(double confidence) {
        Arguments.confidence(confidence);
        double z = Normal.quantile(1 - confidence);
        double square = z * z;
        double bracket =
                1 + z * skewness / 6 + (square - 1) * excessKurtosis / 24 - (2 * square - 1) * skewness * skewness / 36;
        return -mean + volatility * Normal.density(z) / (1 - confidence) * bracket;
    }

    /** Whether the expansion increases everywhere, so that it is the quantile function of some distribution. */
    public boolean inDomain() {
        double square = skewness * skewness;
        double a = excessKurtosis / 8 - square / 6;
        double b = skewness / 3;
        double c = 1 - excessKurtosis / 8 + 5 * square / 36;
        return a > 0 ? b * b <= 4 * a * c : a == 0 && b == 0 && c > 0;
    }

    /** {@link RiskFlag#OUT_OF_DOMAIN} where it applies, else nothing. */
    public Set<RiskFlag> flags() {
        return inDomain() ? Set.of() : Set.of(RiskFlag.OUT_OF_DOMAIN);
    }
}
