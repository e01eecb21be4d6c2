package io.riskwatch.quant.kernel;

import java.util.Arrays;

/**
 * Many assets that grow together, held and never traded: per step each asset's log return is its mean plus a row of the covariance's
 * lower root times independent normals, its holding is multiplied by the exponential, and the holdings are added.
 *
 * <p>Float throughout: the value's relative rounding after n steps is about sqrt(n) 6e-8 + n 2e-8, 6e-6 after a year of days. Where
 * seven deviations and the mean of every log return stay within 0.25 the exponential is a polynomial without range reduction (within
 * 2e-8 there, 3e-6 at 0.35); otherwise the full one. Both twins give the same bytes. Not safe for several threads.
 */
public final class CorrelatedGrowth {
    /** Paths are walked in tiles of so many. */
    public static final int TILE = 64;

    /** Assets are taken in groups of so many; missing ones hold nothing. */
    static final int ROWS = 4;

    private static final double NEAR = 0.25;
    private static final double DEVIATIONS = 7;

    private final int assets;
    private final int padded;
    private final float[] lower;
    private final float[] means;
    private final float[] start;
    private final boolean near;
    private final float[] z;
    private final float[] half;
    private final float[] logs;
    private final float[] holdings;

    /**
     * The same step again and again.
     *
     * @param root lower triangular root of the covariance of one step's log returns, {@code double[assets][assets]}
     * @param means of one step's log returns
     * @param start value of each holding at the beginning
     */
    public CorrelatedGrowth(double[][] root, double[] means, double[] start) {
        this.assets = root.length;
        this.padded = (assets + ROWS - 1) / ROWS * ROWS;
        this.lower = packed(root, padded);
        this.means = new float[padded];
        this.start = new float[padded];
        boolean small = true;
        for (int i = 0; i < assets; i++) {
            this.means[i] = (float) means[i];
            this.start[i] = (float) start[i];
            double variance = 0;
            for (double factor : root[i]) {
                variance += factor * factor;
            }
            small &= Math.abs(means[i]) + DEVIATIONS * Math.sqrt(variance) < NEAR;
        }
        this.near = small;
        this.z = new float[padded * TILE];
        this.half = new float[assets * TILE / 2];
        this.logs = new float[padded * TILE];
        this.holdings = new float[padded * TILE];
    }

    /** Rows in groups of {@value #ROWS}: for each column the group's factors side by side. */
    private static float[] packed(double[][] root, int padded) {
        float[] packed = new float[padded * padded];
        for (int i = 0; i < root.length; i++) {
            for (int k = 0; k <= i; k++) {
                packed[i / ROWS * ROWS * padded + k * ROWS + i % ROWS] = (float) root[i][k];
            }
        }
        return packed;
    }

    /** Whether the short exponential serves. */
    boolean near() {
        return near;
    }

    /** Puts the holdings of a tile back to the beginning. */
    public void begin() {
        for (int i = 0; i < padded; i++) {
            Arrays.fill(holdings, i * TILE, (i + 1) * TILE, start[i]);
        }
    }

    /**
     * One step of a tile.
     *
     * @param mirrored whether the tile's second half takes the first half's normals with the other sign
     * @param values takes the sum of the holdings on each path
     * @param from of the tile's first path in {@code values}
     */
    public void step(RandomStream stream, boolean mirrored, float[] values, int from) {
        if (mirrored) {
            stream.normals(half, assets * TILE / 2, 0, 1);
            mirror();
        } else {
            stream.normals(z, assets * TILE, 0, 1);
        }
        if (Lanes.vectorised()) {
            VectorGrowth.logReturns(z, lower, means, padded, logs);
            VectorGrowth.grow(logs, padded, near, holdings, values, from);
        } else {
            ScalarGrowth.logReturns(z, lower, means, padded, logs);
            ScalarGrowth.grow(logs, padded, near, holdings, values, from);
        }
    }

    private void mirror() {
        int width = TILE / 2;
        for (int i = 0; i < assets; i++) {
            for (int path = 0; path < width; path++) {
                float normal = half[i * width + path];
                z[i * TILE + path] = normal;
                z[i * TILE + width + path] = -normal;
            }
        }
    }
}
