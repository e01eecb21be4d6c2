package io.riskwatch.quant.optimization;

import io.riskwatch.quant.kernel.CholeskyFactor;
import io.riskwatch.quant.kernel.DenseVector;
import java.util.Arrays;
import java.util.Optional;

/** S = L L' of a positive definite matrix; where S is only semi-definite, a ridge just above rounding is added first. */
final class Cholesky {
    private static final double[] RIDGES = {0, 1e-13, 1e-11, 1e-9};

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /** Refuses a matrix that has a clearly negative eigenvalue. */
    static Cholesky of(double[][] matrix) {
        return attempt(matrix).orElseThrow(Cholesky::indefinite);
    }

    /** Refuses a covariance whose correlation of two assets lies beyond 1, by more than 1e-9 of the largest variance. */
    static void requirePairs(double[][] matrix) {
        int n = matrix.length;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, matrix[i][i]);
        }
        double[] inverse = new double[n];
        for (int i = 0; i < n; i++) {
            inverse[i] = 1 / Math.sqrt(matrix[i][i] + 1e-9 * largest);
        }
        for (int i = 0; i < n; i++) {
            if (DenseVector.largestProduct(matrix[i], inverse, i + 1) * inverse[i] > 1) {
                throw indefinite();
            }
        }
    }

    private static IllegalArgumentException indefinite() {
        return new IllegalArgumentException(
                "covariance must be positive semi-definite, but it has a negative eigenvalue: repair it first"
                        + " (stat.MatrixRepair)");
    }

    /** Empty when a pivot stays below zero, or is not a number, with the greatest ridge. */
    static Optional<Cholesky> attempt(double[][] matrix) {
        double largest = 0;
        for (int i = 0; i < matrix.length; i++) {
            largest = Math.max(largest, matrix[i][i]);
        }
        for (double ridge : RIDGES) {
            double[][] lower = factor(matrix, ridge * largest, 1e-15 * largest);
            if (lower.length > 0) {
                return Optional.of(new Cholesky(lower));
            }
        }
        return Optional.empty();
    }

    /** Of a lower triangle, which becomes the factor; empty when a pivot is not positive. */
    static Optional<Cholesky> overwriting(double[][] lower) {
        return CholeskyFactor.inPlace(lower, 0) == lower.length ? Optional.of(new Cholesky(lower)) : Optional.empty();
    }

    /** How many leading rows of a lower triangle, which is destroyed, leave a pivot greater than this. */
    static int independent(double[][] lower, double least) {
        return CholeskyFactor.inPlace(lower, least);
    }

    /** Empty when a pivot is not positive. */
    private static double[][] factor(double[][] matrix, double ridge, double least) {
        int n = matrix.length;
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = Arrays.copyOf(matrix[i], i + 1);
            lower[i][i] += ridge;
        }
        return CholeskyFactor.inPlace(lower, least) == n ? lower : new double[0][];
    }

    /** L^-1 v. */
    double[] forward(double[] v) {
        double[] x = v.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] - DenseVector.dot(lower[i], x, i)) / lower[i][i];
        }
        return x;
    }

    /** L'^-1 v. */
    double[] backward(double[] v) {
        double[] x = v.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            DenseVector.addScaled(-x[i], lower[i], x, i);
        }
        return x;
    }

    /** S^-1 v. */
    double[] solve(double[] v) {
        return backward(forward(v));
    }
}
