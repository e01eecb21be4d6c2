package io.riskwatch.quant.risk;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.distribution.Normal;
import io.riskwatch.quant.stat.QuantileType;
import java.util.Arrays;

/**
 * The average loss over the worst 1 - confidence of outcomes: how bad it is when it is bad.
 *
 * <p>A fraction of the value, positive for a loss, at least the value at risk. Coherent: merging two portfolios never adds
 * to it.
 *
 * <p>Sources: C. Acerbi and D. Tasche, "On the coherence of expected shortfall" (2002); R. T. Rockafellar and S. Uryasev,
 * "Conditional value-at-risk for general loss distributions" (2002).
 */
public final class ExpectedShortfall {
    private ExpectedShortfall() {}

    /**
     * Historical expected shortfall with the atom split: with k = (1 - confidence) n and m = floor(k), minus (the sum of
     * the m lowest returns + (k - m) times the next) / k.
     *
     * <p>This is the minimum of Rockafellar and Uryasev's function, which an optimiser of expected shortfall reaches; the
     * plain mean of the returns beyond the value at risk is not coherent on a sample.
     *
     * @param returns at least two simple returns of one period; sorting costs O(n log n)
     * @param confidence in (0, 1)
     */
    public static double historical(double[] returns, double confidence) {
        double[] ascending = Arguments.series("returns", returns, 2).clone();
        Arguments.confidence(confidence);
        Arrays.sort(ascending);
        return ofLowest(ascending, ascending.length, confidence);
    }

    /** The same of n returns of which the lowest, {@link #observationsIn} the tail, are at hand in ascending order. */
    static double ofLowest(double[] ascending, int n, double confidence) {
        double k = tail(n, confidence);
        int m = (int) Math.floor(k);
        if (m == 0) {
            return -ascending[0] + 0.0; // the tail is less than one observation: the worst one
        }
        double sum = 0;
        for (int i = 0; i < m; i++) {
            sum += ascending[i];
        }
        if (m < n) {
            sum += (k - m) * ascending[m];
        }
        return -sum / k + 0.0;
    }

    /** How many of the lowest of n returns the historical measures at this confidence look at. */
    static int observationsIn(int n, double confidence) {
        return Math.min(n, (int) Math.floor(tail(n, confidence)) + 2);
    }

    private static double tail(int n, double confidence) {
        double k = (1 - confidence) * n;
        // (1 - 0.95) x 100 is 5, whatever the rounding of 1 - 0.95
        return k > 0.5 && Math.abs(k - Math.rint(k)) < 1e-12 * n ? Math.rint(k) : k;
    }

    /**
     * Normal expected shortfall: sigma sqrt(h) phi(z) / (1 - confidence) - h mu.
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
        double multiple = Normal.density(Normal.quantile(confidence)) / (1 - confidence);
        return multiple * volatility * Math.sqrt(horizonPeriods) - horizonPeriods * mean;
    }

    /**
     * The plain average beyond the quantile, as empyrical and PerformanceAnalytics report it: minus the mean of the returns
     * at or below the (1 - confidence) quantile. Not coherent on a sample; offered to compare with those peers.
     */
    public static double beyondQuantile(double[] returns, double confidence, QuantileType quantileType) {
        double threshold = -ValueAtRisk.historical(returns, confidence, quantileType);
        double sum = 0;
        int count = 0;
        double worst = Double.POSITIVE_INFINITY;
        for (double r : returns) {
            worst = Math.min(worst, r);
            if (r <= threshold) {
                sum += r;
                count++;
            }
        }
        return -(count == 0 ? worst : sum / count) + 0.0; // types 4 to 9 may round just below the lowest return
    }
}
