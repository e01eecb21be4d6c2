package io.riskwatch.quant.stat;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;

/**
 * The few independent movements behind many assets: eigenvectors of a covariance (or correlation) matrix, by the variance
 * they explain.
 *
 * <p>Component k of an observation x is v_k'(x - mean), with variance equal to the k-th eigenvalue. A vector's largest entry
 * is positive.
 *
 * <p>Source: I. Jolliffe, "Principal Component Analysis" (2002).
 */
public final class PrincipalComponents {
    private final SymmetricEigen eigen;
    private final double total;

    private PrincipalComponents(SymmetricEigen eigen, double total) {
        this.eigen = eigen;
        this.total = total;
    }

    /**
     * Components of a covariance matrix; cost O(n^3).
     *
     * @param covariance symmetric, not zero
     */
    public static PrincipalComponents of(double[][] covariance) {
        SymmetricEigen eigen = SymmetricEigen.of(Arguments.symmetric("covariance", covariance));
        double total = 0;
        for (int i = 0; i < covariance.length; i++) {
            total += covariance[i][i];
        }
        if (!(total > 0)) {
            throw new UndefinedMeasureException("principal components have no value: no asset varies");
        }
        return new PrincipalComponents(eigen, total);
    }

    /** Variances of the components, descending; rounding below zero is cut off. */
    public double[] variances() {
        double[] values = eigen.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
        return values;
    }

    /** Share of the whole variance that each component explains, descending, summing to 1. */
    public double[] explained() {
        double[] shares = variances();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= total;
        }
        return shares;
    }

    /** The assets' weights in component k (0 = the largest), a unit vector. */
    public double[] loadings(int k) {
        return eigen.vector(k);
    }

    /** The series of component k: loadings times the observations less their means. */
    public double[] scores(int k, double[][] observations) {
        double[] mean = Covariance.columnMeans(observations);
        double[] loadings = loadings(k);
        Arguments.sameLength("observations[0]", mean.length, "loadings", loadings.length);
        double[] scores = new double[observations.length];
        for (int t = 0; t < scores.length; t++) {
            for (int i = 0; i < mean.length; i++) {
                scores[t] += loadings[i] * (observations[t][i] - mean[i]);
            }
        }
        return scores;
    }
}
