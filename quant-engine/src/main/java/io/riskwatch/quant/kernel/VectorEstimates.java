package io.riskwatch.quant.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link ReturnEstimates}' tile on the Vector API: the sums of a few portfolios on a few days stay in registers while the assets
 * run by.
 */
final class VectorEstimates {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    /** Three vectors. */
    static final int COLUMNS = 3 * WIDTH;

    private VectorEstimates() {}

    static void accumulate(float[] left, int l, float[] right, int r, int depth, float[] tile) {
        if (WIDTH >= 16) {
            sixRows(left, l, right, r, depth, tile);
        } else {
            // sixteen registers hold the sums of three rows, not of six
            threeRows(left, l, right, r, depth, tile, 0);
            threeRows(left, l + 3, right, r, depth, tile, 3 * COLUMNS);
        }
    }

    /**
     * 18 sums in as many registers; written out, since an array of vectors would live in memory. C2 reads all six factors ahead: of
     * the 24 sums that eight rows would have it keeps two in memory, and the whole loop waits for them (1.4 times the CPU).
     */
    static void sixRows(float[] left, int leftAt, float[] right, int rightAt, int depth, float[] tile) {
        FloatVector a0 = sums(tile, 0);
        FloatVector a1 = sums(tile, WIDTH);
        FloatVector a2 = sums(tile, 2 * WIDTH);
        FloatVector b0 = sums(tile, COLUMNS);
        FloatVector b1 = sums(tile, COLUMNS + WIDTH);
        FloatVector b2 = sums(tile, COLUMNS + 2 * WIDTH);
        FloatVector c0 = sums(tile, 2 * COLUMNS);
        FloatVector c1 = sums(tile, 2 * COLUMNS + WIDTH);
        FloatVector c2 = sums(tile, 2 * COLUMNS + 2 * WIDTH);
        FloatVector d0 = sums(tile, 3 * COLUMNS);
        FloatVector d1 = sums(tile, 3 * COLUMNS + WIDTH);
        FloatVector d2 = sums(tile, 3 * COLUMNS + 2 * WIDTH);
        FloatVector e0 = sums(tile, 4 * COLUMNS);
        FloatVector e1 = sums(tile, 4 * COLUMNS + WIDTH);
        FloatVector e2 = sums(tile, 4 * COLUMNS + 2 * WIDTH);
        FloatVector f0 = sums(tile, 5 * COLUMNS);
        FloatVector f1 = sums(tile, 5 * COLUMNS + WIDTH);
        FloatVector f2 = sums(tile, 5 * COLUMNS + 2 * WIDTH);
        for (int k = 0; k < depth; k++) {
            int l = leftAt + k * ReturnEstimates.ROWS;
            int r = rightAt + k * COLUMNS;
            FloatVector x = FloatVector.fromArray(LANES, right, r);
            FloatVector y = FloatVector.fromArray(LANES, right, r + WIDTH);
            FloatVector z = FloatVector.fromArray(LANES, right, r + 2 * WIDTH);
            FloatVector w = FloatVector.broadcast(LANES, left[l]);
            a0 = w.fma(x, a0);
            a1 = w.fma(y, a1);
            a2 = w.fma(z, a2);
            w = FloatVector.broadcast(LANES, left[l + 1]);
            b0 = w.fma(x, b0);
            b1 = w.fma(y, b1);
            b2 = w.fma(z, b2);
            w = FloatVector.broadcast(LANES, left[l + 2]);
            c0 = w.fma(x, c0);
            c1 = w.fma(y, c1);
            c2 = w.fma(z, c2);
            w = FloatVector.broadcast(LANES, left[l + 3]);
            d0 = w.fma(x, d0);
            d1 = w.fma(y, d1);
            d2 = w.fma(z, d2);
            w = FloatVector.broadcast(LANES, left[l + 4]);
            e0 = w.fma(x, e0);
            e1 = w.fma(y, e1);
            e2 = w.fma(z, e2);
            w = FloatVector.broadcast(LANES, left[l + 5]);
            f0 = w.fma(x, f0);
            f1 = w.fma(y, f1);
            f2 = w.fma(z, f2);
        }
        a0.intoArray(tile, 0);
        a1.intoArray(tile, WIDTH);
        a2.intoArray(tile, 2 * WIDTH);
        b0.intoArray(tile, COLUMNS);
        b1.intoArray(tile, COLUMNS + WIDTH);
        b2.intoArray(tile, COLUMNS + 2 * WIDTH);
        c0.intoArray(tile, 2 * COLUMNS);
        c1.intoArray(tile, 2 * COLUMNS + WIDTH);
        c2.intoArray(tile, 2 * COLUMNS + 2 * WIDTH);
        d0.intoArray(tile, 3 * COLUMNS);
        d1.intoArray(tile, 3 * COLUMNS + WIDTH);
        d2.intoArray(tile, 3 * COLUMNS + 2 * WIDTH);
        e0.intoArray(tile, 4 * COLUMNS);
        e1.intoArray(tile, 4 * COLUMNS + WIDTH);
        e2.intoArray(tile, 4 * COLUMNS + 2 * WIDTH);
        f0.intoArray(tile, 5 * COLUMNS);
        f1.intoArray(tile, 5 * COLUMNS + WIDTH);
        f2.intoArray(tile, 5 * COLUMNS + 2 * WIDTH);
    }

    static void threeRows(float[] left, int leftAt, float[] right, int rightAt, int depth, float[] tile, int at) {
        FloatVector a0 = sums(tile, at);
        FloatVector a1 = sums(tile, at + WIDTH);
        FloatVector a2 = sums(tile, at + 2 * WIDTH);
        FloatVector b0 = sums(tile, at + COLUMNS);
        FloatVector b1 = sums(tile, at + COLUMNS + WIDTH);
        FloatVector b2 = sums(tile, at + COLUMNS + 2 * WIDTH);
        FloatVector c0 = sums(tile, at + 2 * COLUMNS);
        FloatVector c1 = sums(tile, at + 2 * COLUMNS + WIDTH);
        FloatVector c2 = sums(tile, at + 2 * COLUMNS + 2 * WIDTH);
        for (int k = 0; k < depth; k++) {
            int l = leftAt + k * ReturnEstimates.ROWS;
            int r = rightAt + k * COLUMNS;
            FloatVector x = FloatVector.fromArray(LANES, right, r);
            FloatVector y = FloatVector.fromArray(LANES, right, r + WIDTH);
            FloatVector z = FloatVector.fromArray(LANES, right, r + 2 * WIDTH);
            FloatVector w = FloatVector.broadcast(LANES, left[l]);
            a0 = w.fma(x, a0);
            a1 = w.fma(y, a1);
            a2 = w.fma(z, a2);
            w = FloatVector.broadcast(LANES, left[l + 1]);
            b0 = w.fma(x, b0);
            b1 = w.fma(y, b1);
            b2 = w.fma(z, b2);
            w = FloatVector.broadcast(LANES, left[l + 2]);
            c0 = w.fma(x, c0);
            c1 = w.fma(y, c1);
            c2 = w.fma(z, c2);
        }
        a0.intoArray(tile, at);
        a1.intoArray(tile, at + WIDTH);
        a2.intoArray(tile, at + 2 * WIDTH);
        b0.intoArray(tile, at + COLUMNS);
        b1.intoArray(tile, at + COLUMNS + WIDTH);
        b2.intoArray(tile, at + COLUMNS + 2 * WIDTH);
        c0.intoArray(tile, at + 2 * COLUMNS);
        c1.intoArray(tile, at + 2 * COLUMNS + WIDTH);
        c2.intoArray(tile, at + 2 * COLUMNS + 2 * WIDTH);
    }

    private static FloatVector sums(float[] tile, int at) {
        return FloatVector.fromArray(LANES, tile, at);
    }
}
