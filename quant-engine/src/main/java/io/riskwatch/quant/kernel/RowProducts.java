package io.riskwatch.quant.kernel;

import java.util.Arrays;

/**
 * The products of all rows of one matrix with all rows of another, a_i'b_j, tile by tile. Each is one chain of fused multiply-adds
 * in the order of the entries, as in {@link ProductTile}: within (n / 2) ulp of the sum of the magnitudes, and the same bytes
 * for every width of vector and whatever stands beside it. Keeps its buffers: one for each thread.
 */
public final class RowProducts {
    /** Entries of a row whose tile of either side stays in the first-level cache. */
    private static final int DEPTH = 125;

    private double[] left = new double[0];
    private double[] right = new double[0];
    private double[] tiles = new double[0];

    /** How many multiply-adds per entry of a row {@link #of} does for matrices of so many rows: whole tiles. */
    public static long work(int rows, int others) {
        return (long) ProductTile.pieces(rows, ProductTile.ROWS)
                * ProductTile.ROWS
                * ProductTile.pieces(others, ProductTile.COLUMNS)
                * ProductTile.COLUMNS;
    }

    /**
     * into[i - from][j] = a_i'b_j.
     *
     * @param a rows [from, to) count
     * @param b the first {@code others} rows count, each as long as those of a
     */
    public void of(double[][] a, int from, int to, double[][] b, int others, double[][] into) {
        int length = b[0].length;
        int groups = ProductTile.pieces(to - from, ProductTile.ROWS);
        int tile = ProductTile.ROWS * ProductTile.COLUMNS;
        left = ProductTile.packRows(a, from, to, 0, length, ProductTile.ROWS, 1, left);
        right = ProductTile.packRows(b, 0, others, 0, length, ProductTile.COLUMNS, 1, right);
        if (tiles.length < groups * tile) {
            tiles = new double[groups * tile];
        }
        for (int column = 0; column < others; column += ProductTile.COLUMNS) {
            Arrays.fill(tiles, 0);
            for (int k = 0; k < length; k += DEPTH) {
                int depth = Math.min(DEPTH, length - k);
                for (int group = 0; group < groups; group++) {
                    ProductTile.accumulate(
                            left,
                            (group * length + k) * ProductTile.ROWS,
                            ProductTile.ROWS,
                            right,
                            column * length + k * ProductTile.COLUMNS,
                            depth,
                            tiles,
                            group * tile);
                }
            }
            int width = Math.min(ProductTile.COLUMNS, others - column);
            for (int i = 0; i < to - from; i++) {
                System.arraycopy(tiles, i * ProductTile.COLUMNS, into[i], column, width);
            }
        }
    }
}
