package io.riskwatch.quant.stat;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.NumericalFailureException;
import java.util.Arrays;

/**
 * Makes a matrix that should be a covariance or a correlation into one: positive semi-definite again.
 *
 * <p>Needed where correlations were typed in, stressed or estimated pairwise. The report should say that it was done and
 * how far the entries moved.
 */
public final class MatrixRepair {
    private static final int MOST_ITERATIONS = 20_000;
    private static final double TOLERANCE = 1e-12;

    private MatrixRepair() {}

    /** Whether the smallest eigenvalue is not below -1e-10 of the largest. */
    public static boolean isPositiveSemiDefinite(double[][] symmetric) {
        double[] values = SymmetricEigen.of(symmetric).values();
        return values[values.length - 1] >= -1e-10 * Math.abs(values[0]);
    }

    /**
     * The correlation matrix nearest to a symmetric matrix in the Frobenius norm, by alternating projections with Dykstra's
     * correction.
     *
     * <p>Each iteration costs an eigen-decomposition, O(n^3); convergence is linear.
     *
     * <p>Source: N. Higham, "Computing the nearest correlation matrix", IMA J. Numer. Anal. 22 (2002).
     *
     * @param symmetric a symmetric matrix, its diagonal not negative; it need not be one
     */
    public static double[][] nearestCorrelation(double[][] symmetric) {
        Arguments.symmetric("symmetric", symmetric);
        int n = symmetric.length;
        double[][] y = copy(symmetric);
        double[][] correction = new double[n][n];
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double[][] r = combine(y, correction, -1);
            double[][] x = clipped(r, 0);
            correction = combine(x, r, -1);
            double[][] next = copy(x);
            for (int i = 0; i < n; i++) {
                next[i][i] = 1;
            }
            double change = largestDifference(next, y);
            y = next;
            if (change < TOLERANCE && largestDifference(x, y) < 1e-9) {
                return y;
            }
        }
        throw new NumericalFailureException(
                "nearest correlation matrix: alternating projections still moved after " + MOST_ITERATIONS);
    }

    /**
     * Spectral repair: eigenvalues below the floor are raised to it and the diagonal is rescaled to what it was.
     *
     * <p>Source: R. Rebonato and P. Jaeckel (1999).
     *
     * @param symmetric a covariance or correlation matrix that has lost its definiteness, diagonal positive
     * @param floor least eigenvalue as a share of the largest, at least 0
     */
    public static double[][] spectral(double[][] symmetric, double floor) {
        Arguments.symmetric("symmetric", symmetric);
        Arguments.notNegative("floor", floor);
        double[][] clipped = clipped(symmetric, floor);
        int n = clipped.length;
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            Arguments.positive("symmetric[" + i + "][" + i + "]", symmetric[i][i]);
            scale[i] = Math.sqrt(symmetric[i][i] / clipped[i][i]);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                clipped[i][j] *= scale[i] * scale[j];
            }
        }
        return clipped;
    }

    private static double[][] clipped(double[][] symmetric, double floorShare) {
        SymmetricEigen eigen = SymmetricEigen.of(symmetric);
        double[] values = eigen.values();
        double floor = Math.max(0, floorShare * values[0]);
        return eigen.withValues(
                Arrays.stream(values).map(v -> Math.max(floor, v)).toArray());
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    private static double[][] combine(double[][] a, double[][] b, double factor) {
        double[][] sum = copy(a);
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum[i][j] += factor * b[i][j];
            }
        }
        return sum;
    }

    private static double largestDifference(double[][] a, double[][] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                largest = Math.max(largest, Math.abs(a[i][j] - b[i][j]));
            }
        }
        return largest;
    }
}
