package io.riskwatch.quant.kernel;

/**
 * A symmetric matrix times a vector, reading each pair of mirrored entries once: half the memory that the plain product reads, and memory
 * is what a product of this kind waits for.
 */
public final class SymmetricProduct {
    private SymmetricProduct() {}

    /**
     * Sx from the lower triangle. Within n ulp of the sum of the magnitudes; across widths the results agree as well as that.
     *
     * @param matrix S, symmetric, {@code double[n][n]}
     * @param into takes the n entries
     */
    public static void of(double[][] matrix, double[] x, double[] into) {
        int n = matrix.length;
        int blocked = Lanes.vectorised() ? n - n % VectorSymmetric.ROWS : 0;
        for (int row = 0; row < blocked; row += VectorSymmetric.ROWS) {
            VectorSymmetric.eightRows(matrix, row, x, into);
        }
        for (int row = blocked; row < n; row++) {
            addRow(matrix[row], row, x, into);
        }
    }

    /** What a row, and the column that mirrors it, add to the product; the rows before have been added. */
    static void addRow(double[] entries, int row, double[] x, double[] into) {
        DenseVector.addScaled(x[row], entries, into, row);
        into[row] = DenseVector.dot(entries, x, row + 1);
    }
}
