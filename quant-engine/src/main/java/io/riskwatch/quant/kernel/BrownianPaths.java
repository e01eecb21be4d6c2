package io.riskwatch.quant.kernel;

import java.util.Arrays;

/**
 * Sums of normals step by step, each path's last value and its lowest: random bits to normals to sums, in pieces that stay in the
 * first-level cache.
 *
 * <p>Sums are kept in float: after n steps of deviation s their rounding is about sqrt(n) 3e-8 of the path's size, 3e-7 in log after a
 * year of days at 20 %, far below any simulation's own error. Both twins give the same bytes.
 */
public final class BrownianPaths {
    /** Paths are walked in tiles of so many. */
    public static final int TILE = 64;

    private static final int CHUNK = 28;

    private final Balance balance;
    private final float[] z = new float[CHUNK * TILE];
    private float[] row = new float[0];

    /** Walks with normals balanced so, over each call's paths. */
    public BrownianPaths(Balance balance) {
        this.balance = balance;
    }

    /**
     * Walks paths that begin at 0.
     *
     * @param steps at least 0
     * @param mean of a step
     * @param deviation of a step, not negative
     * @param ends takes the value after the last step
     * @param lows takes the lowest value met, at most the 0 of the start
     * @param from first path, within both arrays
     * @param paths a multiple of {@value #TILE}
     */
    public void walk(
            RandomStream stream,
            int steps,
            float mean,
            float deviation,
            float[] ends,
            float[] lows,
            int from,
            int paths) {
        if (paths % TILE != 0) {
            throw new IllegalArgumentException("paths must be a multiple of " + TILE + ", was " + paths);
        }
        Arrays.fill(ends, from, from + paths, 0);
        Arrays.fill(lows, from, from + paths, 0);
        if (balance == Balance.NONE) {
            tileByTile(stream, steps, mean, deviation, ends, lows, from, paths);
        } else {
            stepByStep(stream, steps, mean, deviation, ends, lows, from, paths);
        }
    }

    private void tileByTile(
            RandomStream stream,
            int steps,
            float mean,
            float deviation,
            float[] ends,
            float[] lows,
            int from,
            int paths) {
        for (int tile = from; tile < from + paths; tile += TILE) {
            for (int step = 0; step < steps; step += CHUNK) {
                int rows = Math.min(CHUNK, steps - step);
                stream.normals(z, rows * TILE, mean, deviation);
                add(z, 0, rows, ends, lows, tile);
            }
        }
    }

    /** Balance is over all paths of a step, so the paths go abreast. */
    private void stepByStep(
            RandomStream stream,
            int steps,
            float mean,
            float deviation,
            float[] ends,
            float[] lows,
            int from,
            int paths) {
        if (row.length < paths) {
            row = new float[paths];
        }
        for (int step = 0; step < steps; step++) {
            balance.fill(stream, row, paths);
            for (int i = 0; i < paths; i++) {
                row[i] = Math.fma(row[i], deviation, mean);
            }
            for (int tile = 0; tile < paths; tile += TILE) {
                add(row, tile, 1, ends, lows, from + tile);
            }
        }
    }

    private static void add(float[] z, int at, int rows, float[] ends, float[] lows, int tile) {
        if (Lanes.vectorised()) {
            VectorPaths.walk(z, at, rows, ends, lows, tile);
        } else {
            ScalarPaths.walk(z, at, rows, ends, lows, tile);
        }
    }

    /** Replaces each entry by {@code factor} e^entry; relative error below 3e-7 (scalar and vector give the same bytes). */
    public static void exponentials(float[] values, int from, int length, float factor) {
        if (Lanes.vectorised()) {
            VectorPaths.exponentials(values, from, length, factor);
        } else {
            ScalarPaths.exponentials(values, from, length, factor);
        }
    }
}
