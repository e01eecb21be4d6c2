package io.riskwatch.quant.stat;

import io.riskwatch.quant.Arguments;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, largest eigenvalue first: A = V diag(values) V'. Cost O(n^3).
 */
public final class SymmetricEigen {
    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /** The decomposition; a vector's largest entry in absolute value is positive, so that signs are reproducible. */
    public static SymmetricEigen of(double[][] matrix) {
        int n = symmetricSquare(matrix);
        double[][] mirrored = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                mirrored[i][j] = mirrored[j][i] = 0.5 * (matrix[i][j] + matrix[j][i]);
            }
        }
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(mirrored, false));
        double[] found = eigen.getRealEigenvalues();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -found[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[n];
        double[][] vectors = new double[n][];
        for (int k = 0; k < n; k++) {
            values[k] = found[order[k]];
            vectors[k] = positive(eigen.getEigenvector(order[k]).toArray());
        }
        return new SymmetricEigen(values, vectors);
    }

    /** Descending. */
    public double[] values() {
        return values.clone();
    }

    /** The unit vector of the k-th largest eigenvalue. */
    public double[] vector(int k) {
        return vectors[Arguments.position("k", k, vectors.length)].clone();
    }

    /** The matrix with the same vectors and other eigenvalues. */
    public double[][] withValues(double[] other) {
        Arguments.sameLength("values", other.length, "eigenvalues", values.length);
        int n = values.length;
        double[][] matrix = new double[n][n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    matrix[i][j] += other[k] * vectors[k][i] * vectors[k][j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    private static int symmetricSquare(double[][] matrix) {
        Arguments.matrix("matrix", matrix, 1);
        Arguments.sameLength("rows of matrix", matrix.length, "columns", matrix[0].length);
        return matrix.length;
    }

    private static double[] positive(double[] vector) {
        double largest = 0;
        for (double v : vector) {
            largest = Math.abs(v) > Math.abs(largest) * (1 + 1e-12) ? v : largest;
        }
        if (largest < 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = -vector[i];
            }
        }
        return vector;
    }
}
