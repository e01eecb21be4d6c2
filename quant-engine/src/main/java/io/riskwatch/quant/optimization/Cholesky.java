package io.riskwatch.quant.optimization;

import java.util.Optional;

/** S = L L' of a positive definite matrix; where S is only semi-definite, a ridge just above rounding is added first. */
final class Cholesky {
    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /** Refuses a matrix that has a clearly negative eigenvalue. */
    static Cholesky of(double[][] matrix) {
        return attempt(matrix)
                .orElseThrow(() -> new IllegalArgumentException(
                        "covariance must be positive semi-definite, but it has a negative eigenvalue: repair it first"
                                + " (stat.MatrixRepair)"));
    }

    /** Empty when a pivot stays below zero, or is not a number, with the greatest ridge. */
    static Optional<Cholesky> attempt(double[][] matrix) {
        double largest = 0;
        for (int i = 0; i < matrix.length; i++) {
            largest = Math.max(largest, matrix[i][i]);
        }
        for (double ridge : new double[] {0, 1e-13, 1e-11, 1e-9}) {
            double[][] lower = factor(matrix, ridge * largest, 1e-15 * largest);
            if (lower.length > 0) {
                return Optional.of(new Cholesky(lower));
            }
        }
        return Optional.empty();
    }

    /** Empty when a pivot is not positive. */
    private static double[][] factor(double[][] matrix, double ridge, double least) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j] + (i == j ? ridge : 0);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    if (!(sum > least)) {
                        return new double[0][];
                    }
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    lower[i][j] = sum / lower[j][j];
                }
            }
        }
        return lower;
    }

    /** L^-1 v. */
    double[] forward(double[] v) {
        double[] x = v.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /** L'^-1 v. */
    double[] backward(double[] v) {
        double[] x = v.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /** S^-1 v. */
    double[] solve(double[] v) {
        return backward(forward(v));
    }
}
