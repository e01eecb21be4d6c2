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

    private ProductTile() {}

    /**
     * Adds to the tile, row by row of {@link #COLUMNS}.
     *
     * @param left {@link #ROWS} entries per step of depth, from {@code l}
     * @param right {@link #COLUMNS} entries per step of depth, from {@code r}
     */
    static void accumulate(double[] left, int l, double[] right, int r, int depth, double[] tile) {
        if (Lanes.vectorised()) {
            VectorTile.accumulate(left, l, right, r, depth, tile);
        } else {
            scalar(left, l, right, r, depth, tile);
        }
    }

    static void scalar(double[] left, int l, double[] right, int r, int depth, double[] tile) {
        for (int k = 0; k < depth; k++) {
            for (int i = 0; i < ROWS; i++) {
                double factor = left[l + k * ROWS + i];
                for (int j = 0; j < COLUMNS; j++) {
                    tile[i * COLUMNS + j] = Math.fma(factor, right[r + k * COLUMNS + j], tile[i * COLUMNS + j]);
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
            for (int i = 0; i < rows; i++) {
                double[] row = matrix[from + piece * width + i];
                for (int k = 0; k < depth; k++) {
                    packed[base + k * width + i] = factor * row[first + k];
                }
            }
        }
        return packed;
    }

    /** Columns of rows [from, from + depth), shifted by their means and scaled row by row, in pieces of {@code width} columns. */
    static double[] packColumns(
            double[][] matrix, int from, int depth, double[] means, double[] scales, int width, double[] buffer) {
        int columns = means.length;
        int pieces = pieces(columns, width);
        double[] packed = sized(buffer, pieces * width * depth);
        int rest = columns - (pieces - 1) * width;
        for (int k = 0; k < depth; k++) {
            double[] row = matrix[from + k];
            double scale = scales[from + k];
            for (int piece = 0; piece < pieces; piece++) {
                int base = (piece * depth + k) * width;
                int count = piece == pieces - 1 ? rest : width;
                for (int i = 0; i < count; i++) {
                    packed[base + i] = scale * (row[piece * width + i] - means[piece * width + i]);
                }
                Arrays.fill(packed, base + count, base + width, 0);
            }
        }
        return packed;
    }

    private static double[] sized(double[] buffer, int length) {
        return buffer.length >= length ? buffer : new double[length];
    }
}
