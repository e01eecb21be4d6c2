package io.riskwatch.quant.stat;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;

/**
 * Mean, spread, asymmetry and tail weight of a sample, by both customary estimators.
 *
 * <p>Central sums are taken around the mean in a second pass with the rounding correction of Chan, Golub and LeVeque, so
 * that a large common offset does not destroy the variance.
 *
 * <p>"Population" figures divide by n (the moments inside Cornish-Fisher and the probabilistic Sharpe ratio); "sample"
 * figures are bias-corrected (n - 1 for the variance; G1 and G2 of Joanes and Gill 1998 for shape, as Excel SKEW and KURT
 * and pandas): what Riskwatch shows.
 *
 * @param count number of observations n
 * @param mean arithmetic mean, in the unit of the sample
 * @param centralSum2 sum of (x - mean)^2
 * @param centralSum3 sum of (x - mean)^3
 * @param centralSum4 sum of (x - mean)^4
 */
public record Moments(int count, double mean, double centralSum2, double centralSum3, double centralSum4) {

    /**
     * The moments of a sample.
     *
     * @param sample at least one finite observation
     */
    public static Moments of(double[] sample) {
        Arguments.series("sample", sample, 1);
        int n = sample.length;
        double sum = 0;
        for (double x : sample) {
            sum += x;
        }
        double mean = sum / n;
        double residue = 0;
        for (double x : sample) {
            residue += x - mean;
        }
        mean += residue / n;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        for (double x : sample) {
            double d = x - mean;
            double square = d * d;
            s1 += d;
            s2 += square;
            s3 += square * d;
            s4 += square * square;
        }
        return new Moments(n, mean, Math.max(0, s2 - s1 * s1 / n), s3, s4);
    }

    /** Whether the observations differ by more than rounding; a constant series has no shape and no ratio. */
    public boolean varies() {
        double rounding = 1e-14 * Math.abs(mean);
        return Math.sqrt(centralSum2 / count) > rounding;
    }

    /** Unbiased variance, divisor n - 1; needs two observations. */
    public double variance() {
        Arguments.atLeast("observations for a variance", count, 2);
        return varies() ? centralSum2 / (count - 1) : 0;
    }

    /** Square root of {@link #variance()}. */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /** Biased variance, divisor n. */
    public double populationVariance() {
        return varies() ? centralSum2 / count : 0;
    }

    /** Square root of {@link #populationVariance()}. */
    public double populationStandardDeviation() {
        return Math.sqrt(populationVariance());
    }

    /** Moment skewness g1 = m3 / m2^1.5 with divisors n; negative when the long tail lies on the side of losses. */
    public double populationSkewness() {
        requireShape("skewness", 2);
        double m2 = centralSum2 / count;
        return centralSum3 / count / (m2 * Math.sqrt(m2));
    }

    /** Bias-corrected skewness G1 = g1 sqrt(n (n - 1)) / (n - 2); needs three observations. */
    public double skewness() {
        requireShape("skewness", 3);
        double n = count;
        return populationSkewness() * Math.sqrt(n * (n - 1)) / (n - 2);
    }

    /** Moment excess kurtosis g2 = m4 / m2^2 - 3 with divisors n; 0 for a normal distribution. */
    public double populationExcessKurtosis() {
        requireShape("excess kurtosis", 2);
        double m2 = centralSum2 / count;
        return centralSum4 / count / (m2 * m2) - 3;
    }

    /** Bias-corrected excess kurtosis G2 = (n - 1) ((n + 1) g2 + 6) / ((n - 2)(n - 3)); needs four observations. */
    public double excessKurtosis() {
        requireShape("excess kurtosis", 4);
        double n = count;
        return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * populationExcessKurtosis() + 6);
    }

    private void requireShape(String measure, int least) {
        Arguments.atLeast("observations for " + measure, count, least);
        if (!varies()) {
            throw new UndefinedMeasureException(measure + " has no value: the observations never vary");
        }
    }
}
