package io.riskwatch.quant.risk;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.distribution.Normal;
import io.riskwatch.quant.stat.Moments;
import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * How far a loss figure from n returns may be off, if returns are independent.
 *
 * <p>Historical VaR: interval from order statistics (no assumption on the distribution), standard error
 * sqrt(c (1 - c) / n) / f(q) with the density f by a Gaussian kernel of Silverman's width. Historical ES: standard deviation
 * of max(0, loss - VaR) / (1 - c) over sqrt(n). Normal VaR: sigma sqrt((1 + z^2 / 2) / n), and without the 1 when the mean
 * is set to zero.
 *
 * <p>Sources: P. Jorion, "Value at Risk" (2007) ch. 5; R. Serfling, "Approximation Theorems" (1980) 2.3; for ES, S. Manistre
 * and G. Hancock, "Variance of the CTE estimator" (2005).
 */
public final class EstimationError {
    private static final int LEAST_OBSERVATIONS = 10;

    private EstimationError() {}

    /**
     * Historical value at risk (type 7) with its error.
     *
     * @param coverage of the interval, e.g. 0.95; where the sample is too short to cover it, the interval ends at the most
     *     extreme observation
     */
    public static Estimate historicalValueAtRisk(double[] returns, double confidence, double coverage) {
        double[] losses = ascendingLosses(returns);
        Arguments.confidence(confidence);
        Arguments.between("coverage", coverage, 0, 1);
        double value = ValueAtRisk.historical(returns, confidence);
        int n = losses.length;
        BinomialDistribution below = new BinomialDistribution(null, n, confidence);
        int low = below.inverseCumulativeProbability((1 - coverage) / 2);
        int high = below.inverseCumulativeProbability((1 + coverage) / 2);
        double error = Math.sqrt(confidence * (1 - confidence) / n) / density(losses, value);
        return new Estimate(
                value, error, losses[Math.clamp(low - 1L, 0, n - 1)], losses[Math.clamp((long) high, 0, n - 1)]);
    }

    /** Historical expected shortfall with its error and a normal interval of this coverage. */
    public static Estimate historicalExpectedShortfall(double[] returns, double confidence, double coverage) {
        double[] losses = ascendingLosses(returns);
        Arguments.between("coverage", coverage, 0, 1);
        double value = ExpectedShortfall.historical(returns, confidence);
        double valueAtRisk = ValueAtRisk.lower(returns, confidence);
        double[] excess = new double[losses.length];
        for (int i = 0; i < excess.length; i++) {
            excess[i] = Math.max(0, losses[i] - valueAtRisk) / (1 - confidence);
        }
        double error = Moments.of(excess).standardDeviation() / Math.sqrt(losses.length);
        return normalInterval(value, error, coverage);
    }

    /** Normal value at risk over one period with its error and a normal interval of this coverage. */
    public static Estimate normalValueAtRisk(
            double[] returns, double confidence, MeanAssumption mean, double coverage) {
        Moments moments = Moments.of(Arguments.series("returns", returns, LEAST_OBSERVATIONS));
        Arguments.between("coverage", coverage, 0, 1);
        double value = TailRisk.normal(returns, confidence, 1, mean).valueAtRisk();
        double z = Normal.quantile(confidence);
        double ofMean = mean == MeanAssumption.SAMPLE ? 1 : 0;
        double error = moments.standardDeviation() * Math.sqrt((ofMean + z * z / 2) / returns.length);
        return normalInterval(value, error, coverage);
    }

    private static Estimate normalInterval(double value, double error, double coverage) {
        double reach = Normal.quantile((1 + coverage) / 2) * error;
        return new Estimate(value, error, value - reach, value + reach);
    }

    private static double[] ascendingLosses(double[] returns) {
        double[] losses =
                Arguments.series("returns", returns, LEAST_OBSERVATIONS).clone();
        for (int t = 0; t < losses.length; t++) {
            losses[t] = -losses[t] + 0.0;
        }
        Arrays.sort(losses);
        return losses;
    }

    private static double density(double[] sample, double at) {
        Moments moments = Moments.of(sample);
        if (!moments.varies()) {
            throw new UndefinedMeasureException("standard error has no value: the returns never vary");
        }
        double width = 1.06 * moments.standardDeviation() * Math.pow(sample.length, -0.2);
        double sum = 0;
        for (double x : sample) {
            sum += Normal.density((at - x) / width);
        }
        return sum / (sample.length * width);
    }
}
