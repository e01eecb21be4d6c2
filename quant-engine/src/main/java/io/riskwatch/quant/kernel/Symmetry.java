package io.riskwatch.quant.kernel;

/** Whether a matrix is its own mirror image, seen by reading it once. */
public final class Symmetry {
    private static final int STRIP = 64;

    private Symmetry() {}

    /**
     * Whether all entries are finite and mirrored ones differ by at most so much of the largest magnitude on or right of the diagonal. Where it
     * says no, a closer look may still find that the matrix passes; without 512-bit vectors it always says no.
     *
     * @param matrix {@code double[n][n]}
     */
    public static boolean evident(double[][] matrix, double tolerance) {
        if (Lanes.active() != Lanes.VECTOR_512) {
            return false;
        }
        int n = matrix.length;
        int order = VectorSymmetry.ORDER;
        int blocked = n - n % order;
        long[] most = new long[2 * order];
        for (int strip = 0; strip < blocked; strip += STRIP) {
            int end = Math.min(blocked, strip + STRIP);
            for (int column = 0; column < end; column += order) {
                for (int row = Math.max(strip, column); row < end; row += order) {
                    VectorSymmetry.compare(matrix, row, column, most);
                }
            }
        }
        for (int i = blocked; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                most[0] = Math.max(most[0], bits(matrix[j][i]));
                most[order] = Math.max(most[order], bits(matrix[i][j] - matrix[j][i]));
            }
        }
        long largest = 0;
        long apart = 0;
        for (int i = 0; i < order; i++) {
            largest = Math.max(largest, most[i]);
            apart = Math.max(apart, most[order + i]);
        }
        return Double.longBitsToDouble(apart) <= tolerance * Double.longBitsToDouble(largest)
                && Double.longBitsToDouble(largest) < Double.POSITIVE_INFINITY;
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value) & Long.MAX_VALUE;
    }
}
