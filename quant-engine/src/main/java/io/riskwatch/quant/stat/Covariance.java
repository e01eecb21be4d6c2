package io.riskwatch.quant.stat;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.kernel.GramMatrix;
import java.util.Arrays;

/**
 * How assets move together: the matrix of covariances of a complete panel of observations.
 *
 * <p>Cov(i, j) = sum over t of (x_ti - mean_i)(x_tj - mean_j) / (T - 1). Observations are {@code
 * double[observations][assets]} without gaps (see {@code series.PricePanel} for dropping incomplete rows); unit: the square
 * of the observations' unit. Cost T n^2 / 2 multiply-adds in the product's kernel: thousands of assets are a matter of
 * a second. Each entry is within T ulp of the sum of the products' magnitudes and the same to the last bit for every width of vector.
 */
public final class Covariance {
    private Covariance() {}

    /** The unbiased sample covariance, divisor T - 1; needs two observations. */
    public static double[][] sample(double[][] observations) {
        Arguments.matrix("observations", observations, 2);
        return around(observations, observations.length - 1);
    }

    /** The maximum-likelihood covariance, divisor T, as the shrinkage estimators use it. */
    public static double[][] population(double[][] observations) {
        Arguments.matrix("observations", observations, 1);
        return around(observations, observations.length);
    }

    /**
     * Exponentially weighted covariance of mean zero (RiskMetrics): sum of w_t r_ti r_tj, weights proportional to lambda^k for
     * a row k periods before the last, summing to 1.
     *
     * @param observations oldest first
     * @param lambda decay in (0, 1)
     */
    public static double[][] exponentiallyWeighted(double[][] observations, double lambda) {
        Arguments.matrix("observations", observations, 1);
        Arguments.between("lambda", lambda, 0, 1);
        int length = observations.length;
        double[] roots = new double[length];
        double total = 1 - Math.pow(lambda, length);
        for (int t = 0; t < length; t++) {
            roots[t] = Math.sqrt((1 - lambda) * Math.pow(lambda, length - 1.0 - t) / total);
        }
        return GramMatrix.ofColumns(observations, new double[observations[0].length], roots);
    }

    /** The unbiased covariance of two series of the same length, divisor n - 1. */
    public static double between(double[] first, double[] second) {
        Arguments.sameLength("first", first.length, "second", second.length);
        Moments x = Moments.of(Arguments.series("first", first, 2));
        Moments y = Moments.of(Arguments.series("second", second, 2));
        double sum = 0;
        for (int t = 0; t < first.length; t++) {
            sum += (first[t] - x.mean()) * (second[t] - y.mean());
        }
        return sum / (first.length - 1);
    }

    /** The mean of each column. */
    public static double[] columnMeans(double[][] observations) {
        Arguments.matrix("observations", observations, 1);
        int assets = observations[0].length;
        double[] mean = new double[assets];
        for (double[] row : observations) {
            for (int i = 0; i < assets; i++) {
                mean[i] += row[i];
            }
        }
        for (int i = 0; i < assets; i++) {
            mean[i] /= observations.length;
        }
        return mean;
    }

    /**
     * The correlation matrix that belongs to a covariance matrix: cov_ij / (sd_i sd_j), ones on the diagonal.
     *
     * <p>An asset of variance zero has no correlation: refused by name.
     */
    public static double[][] toCorrelation(double[][] covariance) {
        Arguments.symmetric("covariance", covariance);
        int n = covariance.length;
        double[][] correlation = new double[n][n];
        double[] deviations = new double[n];
        for (int i = 0; i < n; i++) {
            if (covariance[i][i] == 0) {
                throw new UndefinedMeasureException("correlation has no value: asset " + i + " never varies");
            }
            deviations[i] = Math.sqrt(covariance[i][i]);
        }
        for (int i = 0; i < n; i++) {
            double[] row = correlation[i];
            double[] covariances = covariance[i];
            double deviation = deviations[i];
            for (int j = 0; j < i; j++) {
                row[j] = Math.max(-1, Math.min(1, covariances[j] / (deviation * deviations[j])));
            }
            row[i] = 1;
        }
        GramMatrix.mirror(correlation);
        return correlation;
    }

    /** The covariance matrix of assets with this correlation and these standard deviations. */
    public static double[][] fromCorrelation(double[][] correlation, double[] standardDeviations) {
        Arguments.symmetric("correlation", correlation);
        Arguments.series("standardDeviations", standardDeviations, 1);
        Arguments.sameLength("correlation", correlation.length, "standardDeviations", standardDeviations.length);
        int n = correlation.length;
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] = correlation[i][j] * standardDeviations[i] * standardDeviations[j];
            }
        }
        return covariance;
    }

    private static double[][] around(double[][] observations, int divisor) {
        double[] ones = new double[observations.length];
        Arrays.fill(ones, 1);
        double[][] covariance = GramMatrix.ofColumns(observations, columnMeans(observations), ones);
        for (double[] row : covariance) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= divisor;
            }
        }
        return covariance;
    }
}
