package io.riskwatch.quant.simulation;

import io.riskwatch.quant.Arguments;

/** The lower triangular root of a correlation matrix, L L' = C, which makes independent normals correlated; C may be singular. */
final class CorrelationRoot {
    /** Pivots at most this are rounding: the asset is determined by those before it. */
    private static final double DETERMINED = 1e-12;

    /** How far C may be from what L L' can be, e.g. because it was written with ten digits. */
    private static final double TOLERANCE = 1e-9;

    private final double[][] lower;

    private CorrelationRoot(double[][] lower) {
        this.lower = lower;
    }

    static CorrelationRoot of(double[][] correlation) {
        Arguments.symmetric("correlation", correlation);
        int n = correlation.length;
        double[][] lower = new double[n][n];
        for (int j = 0; j < n; j++) {
            if (Math.abs(correlation[j][j] - 1) > TOLERANCE) {
                throw new IllegalArgumentException(
                        "correlation[" + j + "][" + j + "] must be 1, was " + correlation[j][j]);
            }
            double pivot = rest(correlation, lower, j, j);
            requireSemiDefinite(pivot >= -TOLERANCE);
            lower[j][j] = pivot > DETERMINED ? Math.sqrt(pivot) : 0;
            for (int i = j + 1; i < n; i++) {
                double rest = rest(correlation, lower, i, j);
                // |rest| <= sqrt(pivot x pivot of i) in every semi-definite matrix
                requireSemiDefinite(lower[j][j] > 0 || Math.abs(rest) <= Math.sqrt(TOLERANCE));
                lower[i][j] = lower[j][j] > 0 ? rest / lower[j][j] : 0;
            }
        }
        return new CorrelationRoot(lower);
    }

    private static double rest(double[][] matrix, double[][] lower, int i, int j) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
            rest -= lower[i][k] * lower[j][k];
        }
        return rest;
    }

    private static void requireSemiDefinite(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("correlation must be positive semi-definite, but it has a negative"
                    + " eigenvalue: repair it first (stat.MatrixRepair)");
        }
    }

    int size() {
        return lower.length;
    }

    /** The entry of row i and column k, 0 above the diagonal. */
    double at(int i, int k) {
        return lower[i][k];
    }

    /** Replaces independent standard normals by correlated ones, in place. */
    void correlate(double[] z) {
        for (int i = z.length - 1; i >= 0; i--) {
            double sum = 0;
            for (int k = 0; k <= i; k++) {
                sum += lower[i][k] * z[k];
            }
            z[i] = sum;
        }
    }
}
