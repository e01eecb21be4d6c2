package io.riskwatch.quant.kernel;

import java.util.Arrays;

/**
 * The innermost loop of every matrix product: a small tile of sums, tile[i][j] += sum over k of left[k][i] right[k][j], on packed
 * operands. Each entry is a chain of fused multiply-adds in the order of k, whatever the width of the machine: the product's
 * bytes depend neither on it nor on how the work was split.
 */
final class ProductTile {
    /** Rows of a tile, and of a packed left block. */
    static final int ROWS = 6;

    /** Columns of a tile, and of a packed right panel. */
    static final int COLUMNS = Lanes.vectorised() ? VectorTile.COLUMNS : 24;

    /** Steps of depth whose packed rows stay in the first-level cache until all rows of the piece have come by. */
    private static final int STRETCH = 64;

    private ProductTile() {}

    /** {@link #accumulate(double[], int, int, double[], int, int, double[], int)} on operands packed for it, and a tile of its own. */
    static void accumulate(double[] left, int l, double[] right, int r, int depth, double[] tile) {
        accumulate(left, l, ROWS, right, r, depth, tile, 0);
    }

    /**
     * Adds to the tile, row by row of {@link #COLUMNS} from {@code at}.
     *
     * @param left {@link #ROWS} entries per step of depth, from {@code l}; the next {@code stride} entries on
     * @param right {@link #COLUMNS} entries per step of depth, from {@code r}
     */
    static void accumulate(double[] left, int l, int stride, double[] right, int r, int depth, double[] tile, int at) {
        if (Lanes.vectorised()) {
            VectorTile.accumulate(left, l, stride, right, r, depth, tile, at);
        } else {
            scalar(left, l, stride, right, r, depth, tile, at);
        }
    }

    static void scalar(double[] left, int l, int stride, double[] right, int r, int depth, double[] tile, int at) {
        for (int k = 0; k < depth; k++) {
            for (int i = 0; i < ROWS; i++) {
                double factor = left[l + k * stride + i];
                for (int j = 0; j < COLUMNS; j++) {
                    tile[at + i * COLUMNS + j] =
                            Math.fma(factor, right[r + k * COLUMNS + j], tile[at + i * COLUMNS + j]);
                }
            }
        }
    }

    /** The number of pieces of this width that cover the count. */
    static int pieces(int count, int width) {
        return (count + width - 1) / width;
    }

    /** Rows [from, to) of a matrix, columns [first, first + depth), in pieces of {@code width} rows, the last filled with zeros. */
    static double[] packRows(
            double[][] matrix, int from, int to, int first, int depth, int width, double factor, double[] buffer) {
        int pieces = pieces(to - from, width);
        double[] packed = sized(buffer, pieces * width * depth);
        for (int piece = 0; piece < pieces; piece++) {
            int base = piece * width * depth;
            int rows = Math.min(width, to - from - piece * width);
            if (rows < width) {
                Arrays.fill(packed, base, base + width * depth, 0);
            }
            for (int start = 0; start < depth; start += STRETCH) {
                int end = Math.min(depth, start + STRETCH);
                for (int i = 0; i < rows; i++) {
                    double[] row = matrix[from + piece * width + i];
                    for (int k = start; k < end; k++) {
                        packed[base + k * width + i] = factor * row[first + k];
                    }
                }
            }
        }
        return packed;
    }

    /**
     * Columns of rows [from, from + depth) in pieces of {@link #COLUMNS}, the last filled with zeros; each row is shifted and scaled on
     * the way.
     */
    static double[] packColumns(double[][] matrix, int from, int depth, RowShift shift, double[] buffer) {
        int columns = matrix[0].length;
        int pieces = pieces(columns, COLUMNS);
        double[] packed = sized(buffer, pieces * COLUMNS * depth);
        double[] shifted = new double[pieces * COLUMNS];
        for (int k = 0; k < depth; k++) {
            shift.apply(from + k, matrix[from + k], shifted);
            for (int piece = 0; piece < pieces; piece++) {
                System.arraycopy(shifted, piece * COLUMNS, packed, (piece * depth + k) * COLUMNS, COLUMNS);
            }
        }
        return packed;
    }

    /** What is done to a row before it is packed. */
    interface RowShift {
        /** Writes as many entries as the row has. */
        void apply(int number, double[] row, double[] into);
    }

    private static double[] sized(double[] buffer, int length) {
        return buffer.length >= length ? buffer : new double[length];
    }
}
