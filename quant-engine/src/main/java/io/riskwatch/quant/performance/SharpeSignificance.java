package io.riskwatch.quant.performance;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.distribution.Normal;
import io.riskwatch.quant.stat.Moments;

/**
 * How sure one may be that a Sharpe ratio is not luck.
 *
 * <p>With the ratio SR per period (never annualised), skewness S and RAW kurtosis K (3 for the normal) of n returns, the
 * ratio's standard error is sqrt((1 - S SR + (K - 1) / 4 SR^2) / (n - 1)). Probabilistic Sharpe ratio: the probability that
 * the true ratio exceeds a benchmark. Deflated Sharpe ratio: the same against the best ratio expected from as many
 * worthless trials.
 *
 * <p>Sources: D. Bailey and M. Lopez de Prado, "The Sharpe ratio efficient frontier" (2012) and "The deflated Sharpe ratio"
 * (2014).
 *
 * @param sharpeRatio SR per period
 * @param skewness S, with divisor n
 * @param kurtosis K, raw, with divisor n
 * @param observations n, at least 2
 */
public record SharpeSignificance(double sharpeRatio, double skewness, double kurtosis, int observations) {
    private static final double EULER_MASCHERONI = 0.5772156649015329;

    public SharpeSignificance {
        Arguments.finite("sharpeRatio", sharpeRatio);
        Arguments.finite("skewness", skewness);
        Arguments.positive("kurtosis", kurtosis);
        Arguments.atLeast("observations", observations, 2);
    }

    /**
     * From a sample.
     *
     * @param returns at least three simple returns that vary
     * @param riskFreePerPeriod riskless return of one period
     */
    public static SharpeSignificance of(double[] returns, double riskFreePerPeriod) {
        Moments moments = Moments.of(Arguments.series("returns", returns, 3));
        return new SharpeSignificance(
                SharpeRatio.annualised(returns, riskFreePerPeriod, 1),
                moments.populationSkewness(),
                moments.populationExcessKurtosis() + 3,
                returns.length);
    }

    /** Standard error of the ratio per period. */
    public double standardError() {
        return Math.sqrt(varianceFactor() / (observations - 1));
    }

    /** Probability that the true ratio is above the benchmark ratio (per period), in (0, 1). */
    public double probabilityAbove(double benchmarkRatio) {
        Arguments.finite("benchmarkRatio", benchmarkRatio);
        return Normal.cumulative((sharpeRatio - benchmarkRatio) / standardError());
    }

    /**
     * The least number of observations after which the ratio beats the benchmark with this confidence.
     *
     * @param benchmarkRatio per period, below the ratio observed
     */
    public double minimumTrackRecord(double benchmarkRatio, double confidence) {
        Arguments.confidence(confidence);
        Arguments.finite("benchmarkRatio", benchmarkRatio);
        if (sharpeRatio <= benchmarkRatio) {
            throw new UndefinedMeasureException("minimum track record has no value: the ratio " + sharpeRatio
                    + " does not exceed the benchmark " + benchmarkRatio);
        }
        double z = Normal.quantile(confidence) / (sharpeRatio - benchmarkRatio);
        return 1 + varianceFactor() * z * z;
    }

    /**
     * Deflated Sharpe ratio: {@link #probabilityAbove} the best of so many trials without skill.
     *
     * @param trials number of independent trials, at least 2
     * @param varianceOfTrials variance of the trials' ratios per period
     */
    public double deflated(int trials, double varianceOfTrials) {
        return probabilityAbove(expectedBestOf(trials, varianceOfTrials));
    }

    /**
     * The ratio that the best of N trials without skill is expected to reach: sqrt(V) ((1 - g) z(1 - 1/N) + g z(1 - 1/(N e)))
     * with g the Euler-Mascheroni constant.
     */
    public static double expectedBestOf(int trials, double varianceOfTrials) {
        Arguments.atLeast("trials", trials, 2);
        Arguments.notNegative("varianceOfTrials", varianceOfTrials);
        double best = (1 - EULER_MASCHERONI) * Normal.quantile(1 - 1.0 / trials)
                + EULER_MASCHERONI * Normal.quantile(1 - 1 / (trials * Math.E));
        return Math.sqrt(varianceOfTrials) * best;
    }

    private double varianceFactor() {
        double factor = 1 - skewness * sharpeRatio + (kurtosis - 1) / 4 * sharpeRatio * sharpeRatio;
        if (!(factor > 0)) {
            throw new UndefinedMeasureException("standard error of the Sharpe ratio has no value: skewness " + skewness
                    + " and kurtosis " + kurtosis + " make its variance " + factor);
        }
        return factor;
    }
}
