package io.riskwatch.quant.optimization;

import io.riskwatch.quant.kernel.CholeskyFactor;
import io.riskwatch.quant.kernel.DenseVector;
import java.util.Arrays;
import java.util.Optional;

/** S = L L' of a positive definite matrix; where S is only semi-definite, a ridge just above rounding is added first. */
final class Cholesky {
    private static final double[] RIDGES = {0, 1e-13, 1e-11, 1e-9};

    private final double[][] lower;
    private final double ridge;

    private Cholesky(double[][] lower, double ridge) {
        this.lower = lower;
        this.ridge = ridge;
    }

    /** What was added to the diagonal, as a share of its largest entry; 0 for a matrix that is definite by itself. */
    double ridge() {
        return ridge;
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
        for (double ridge : RIDGES) {
            double[][] lower = factor(matrix, ridge * largest, 1e-15 * largest);
            if (lower.length > 0) {
                return Optional.of(new Cholesky(lower, ridge));
            }
        }
        return Optional.empty();
    }

    /** Of a lower triangle, which becomes the factor; empty when a pivot is not positive. */
    static Optional<Cholesky> overwriting(double[][] lower) {
        return CholeskyFactor.inPlace(lower, 0) == lower.length
                ? Optional.of(new Cholesky(lower, 0))
                : Optional.empty();
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
