package io.riskwatch.quant.kernel;

import java.util.Arrays;

/**
 * What many portfolios earned on many days, in single precision and with a bound on the error: enough to tell which days can
 * be among the worst, at half the cost of the exact product. Whoever needs the exact returns computes those few again.
 *
 * <p>Returns are scaled by their largest magnitude and weights by the sum of theirs, so that every estimate lies in [-1, 1] and
 * differs from the exact scaled value by at most {@link #error}: the classical bound on a sum of n fused products,
 * n u / (1 - n u) with u = 2^-24, and one u for the rounding of each operand. No figure depends on the estimates' last bits, so
 * vector and scalar twin need not agree in them.
 */
public final class ReturnEstimates {
    /** Rows of a tile. */
    static final int ROWS = 6;

    /** As many portfolios as stay in the second-level cache together with a panel of days: the natural block of work. */
    public static final int BLOCK = 60;

    /** As many assets as keep their part of a panel in the first-level cache while all portfolios of a block pass by. */
    private static final int DEPTH = 72;

    private static final int COLUMNS = Lanes.vectorised() ? VectorEstimates.COLUMNS : 48;

    private final float[][] panels;
    private final int assets;

    private ReturnEstimates(float[][] panels, int assets) {
        this.panels = panels;
        this.assets = assets;
    }

    /**
     * Packs the returns.
     *
     * @param returns {@code double[days][assets]}, rectangular
     * @param largest their largest magnitude, or anything greater; 0 if all are
     */
    public static ReturnEstimates of(double[][] returns, double largest) {
        int days = returns.length;
        int assets = returns[0].length;
        double factor = largest > 0 ? 1 / largest : 0;
        float[][] panels = new float[ProductTile.pieces(days, COLUMNS)][COLUMNS * assets];
        for (int p = 0; p < panels.length; p++) {
            for (int k = 0; k < assets; k += DEPTH) {
                for (int j = 0; j < Math.min(COLUMNS, days - p * COLUMNS); j++) {
                    pack(returns[p * COLUMNS + j], k, Math.min(assets, k + DEPTH), factor, panels[p], j, COLUMNS);
                }
            }
        }
        return new ReturnEstimates(panels, assets);
    }

    /** Room for one portfolio's estimates: {@link #estimate} writes a few more than there are days. */
    public int room() {
        return panels.length * COLUMNS;
    }

    /** Days whose estimates are made together. */
    public static int panel() {
        return COLUMNS;
    }

    /** The greatest difference between an estimate and the exact scaled return. */
    public double error() {
        double unit = 0x1p-24 * (assets + 3);
        return unit / (1 - unit) + assets * 0x1p-148; // what underflows is lost once per product and sum
    }

    /**
     * Estimates for portfolios [from, to).
     *
     * @param weights {@code double[portfolios][assets]}
     * @param magnitudes the sum of the magnitudes of each portfolio's weights, not 0
     * @param panels so many panels of days from the first are estimated
     * @param into {@link #room} floats for each portfolio, from 0; overwritten
     */
    public void estimate(double[][] weights, int from, int to, double[] magnitudes, int panels, float[][] into) {
        int groups = ProductTile.pieces(to - from, ROWS);
        float[][] packed = new float[groups][ROWS * assets];
        for (int p = from; p < to; p++) {
            pack(weights[p], 0, assets, 1 / magnitudes[p], packed[(p - from) / ROWS], (p - from) % ROWS, ROWS);
        }
        float[][] tiles = new float[groups][ROWS * COLUMNS];
        for (int panel = 0; panel < panels; panel++) {
            for (int first = 0; first < assets; first += DEPTH) {
                int depth = Math.min(DEPTH, assets - first);
                for (int group = 0; group < groups; group++) {
                    accumulate(packed[group], first * ROWS, this.panels[panel], first * COLUMNS, depth, tiles[group]);
                }
            }
            for (int row = 0; row < to - from; row++) {
                System.arraycopy(tiles[row / ROWS], row % ROWS * COLUMNS, into[row], panel * COLUMNS, COLUMNS);
            }
            for (float[] tile : tiles) {
                Arrays.fill(tile, 0);
            }
        }
    }

    /** Entries [from, to) of a row. */
    private static void pack(double[] row, int from, int to, double factor, float[] into, int at, int width) {
        for (int k = from; k < to; k++) {
            into[k * width + at] = (float) (factor * row[k]);
        }
    }

    private static void accumulate(float[] left, int l, float[] right, int r, int depth, float[] tile) {
        if (Lanes.vectorised()) {
            VectorEstimates.accumulate(left, l, right, r, depth, tile);
        } else {
            scalar(left, l, right, r, depth, tile);
        }
    }

    static void scalar(float[] left, int l, float[] right, int r, int depth, float[] tile) {
        for (int k = 0; k < depth; k++) {
            for (int i = 0; i < ROWS; i++) {
                float factor = left[l + k * ROWS + i];
                for (int j = 0; j < COLUMNS; j++) {
                    tile[i * COLUMNS + j] = Math.fma(factor, right[r + k * COLUMNS + j], tile[i * COLUMNS + j]);
                }
            }
        }
    }
}
