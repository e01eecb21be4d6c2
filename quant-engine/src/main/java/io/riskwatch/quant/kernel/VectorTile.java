package io.riskwatch.quant.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link ProductTile} on the Vector API: the tile's sums stay in registers while the depth runs by. Every lane is one entry of the
 * product, so that each entry is summed in the order of the depth, as in the scalar twin: both give the same bytes.
 */
final class VectorTile {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    /** Three vectors. */
    static final int COLUMNS = 3 * WIDTH;

    private VectorTile() {}

    static void accumulate(double[] left, int l, int stride, double[] right, int r, int depth, double[] tile, int at) {
        if (WIDTH >= 8) {
            sixRows(left, l, stride, right, r, depth, tile, at);
        } else {
            // sixteen registers hold the sums of three rows, not of six
            threeRows(left, l, stride, right, r, depth, tile, at);
            threeRows(left, l + 3, stride, right, r, depth, tile, at + 3 * COLUMNS);
        }
    }

    /**
     * 18 sums in as many registers; written out, since an array of vectors would live in memory. C2 reads all six factors ahead: of
     * the 24 sums that eight rows would have it keeps two in memory, and the whole loop waits for them (1.4 times the CPU).
     */
    static void sixRows(
            double[] left, int leftAt, int stride, double[] right, int rightAt, int depth, double[] tile, int at) {
        DoubleVector a0 = sums(tile, at);
        DoubleVector a1 = sums(tile, at + WIDTH);
        DoubleVector a2 = sums(tile, at + 2 * WIDTH);
        DoubleVector b0 = sums(tile, at + COLUMNS);
        DoubleVector b1 = sums(tile, at + COLUMNS + WIDTH);
        DoubleVector b2 = sums(tile, at + COLUMNS + 2 * WIDTH);
        DoubleVector c0 = sums(tile, at + 2 * COLUMNS);
        DoubleVector c1 = sums(tile, at + 2 * COLUMNS + WIDTH);
        DoubleVector c2 = sums(tile, at + 2 * COLUMNS + 2 * WIDTH);
        DoubleVector d0 = sums(tile, at + 3 * COLUMNS);
        DoubleVector d1 = sums(tile, at + 3 * COLUMNS + WIDTH);
        DoubleVector d2 = sums(tile, at + 3 * COLUMNS + 2 * WIDTH);
        DoubleVector e0 = sums(tile, at + 4 * COLUMNS);
        DoubleVector e1 = sums(tile, at + 4 * COLUMNS + WIDTH);
        DoubleVector e2 = sums(tile, at + 4 * COLUMNS + 2 * WIDTH);
        DoubleVector f0 = sums(tile, at + 5 * COLUMNS);
        DoubleVector f1 = sums(tile, at + 5 * COLUMNS + WIDTH);
        DoubleVector f2 = sums(tile, at + 5 * COLUMNS + 2 * WIDTH);
        for (int k = 0; k < depth; k++) {
            int l = leftAt + k * stride;
            int r = rightAt + k * COLUMNS;
            DoubleVector x = DoubleVector.fromArray(LANES, right, r);
            DoubleVector y = DoubleVector.fromArray(LANES, right, r + WIDTH);
            DoubleVector z = DoubleVector.fromArray(LANES, right, r + 2 * WIDTH);
            DoubleVector w = DoubleVector.broadcast(LANES, left[l]);
            a0 = w.fma(x, a0);
            a1 = w.fma(y, a1);
            a2 = w.fma(z, a2);
            w = DoubleVector.broadcast(LANES, left[l + 1]);
            b0 = w.fma(x, b0);
            b1 = w.fma(y, b1);
            b2 = w.fma(z, b2);
            w = DoubleVector.broadcast(LANES, left[l + 2]);
            c0 = w.fma(x, c0);
            c1 = w.fma(y, c1);
            c2 = w.fma(z, c2);
            w = DoubleVector.broadcast(LANES, left[l + 3]);
            d0 = w.fma(x, d0);
            d1 = w.fma(y, d1);
            d2 = w.fma(z, d2);
            w = DoubleVector.broadcast(LANES, left[l + 4]);
            e0 = w.fma(x, e0);
            e1 = w.fma(y, e1);
            e2 = w.fma(z, e2);
            w = DoubleVector.broadcast(LANES, left[l + 5]);
            f0 = w.fma(x, f0);
            f1 = w.fma(y, f1);
            f2 = w.fma(z, f2);
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
        d0.intoArray(tile, at + 3 * COLUMNS);
        d1.intoArray(tile, at + 3 * COLUMNS + WIDTH);
        d2.intoArray(tile, at + 3 * COLUMNS + 2 * WIDTH);
        e0.intoArray(tile, at + 4 * COLUMNS);
        e1.intoArray(tile, at + 4 * COLUMNS + WIDTH);
        e2.intoArray(tile, at + 4 * COLUMNS + 2 * WIDTH);
        f0.intoArray(tile, at + 5 * COLUMNS);
        f1.intoArray(tile, at + 5 * COLUMNS + WIDTH);
        f2.intoArray(tile, at + 5 * COLUMNS + 2 * WIDTH);
    }

    static void threeRows(
            double[] left, int leftAt, int stride, double[] right, int rightAt, int depth, double[] tile, int at) {
        DoubleVector a0 = sums(tile, at);
        DoubleVector a1 = sums(tile, at + WIDTH);
        DoubleVector a2 = sums(tile, at + 2 * WIDTH);
        DoubleVector b0 = sums(tile, at + COLUMNS);
        DoubleVector b1 = sums(tile, at + COLUMNS + WIDTH);
        DoubleVector b2 = sums(tile, at + COLUMNS + 2 * WIDTH);
        DoubleVector c0 = sums(tile, at + 2 * COLUMNS);
        DoubleVector c1 = sums(tile, at + 2 * COLUMNS + WIDTH);
        DoubleVector c2 = sums(tile, at + 2 * COLUMNS + 2 * WIDTH);
        for (int k = 0; k < depth; k++) {
            int l = leftAt + k * stride;
            int r = rightAt + k * COLUMNS;
            DoubleVector x = DoubleVector.fromArray(LANES, right, r);
            DoubleVector y = DoubleVector.fromArray(LANES, right, r + WIDTH);
            DoubleVector z = DoubleVector.fromArray(LANES, right, r + 2 * WIDTH);
            DoubleVector w = DoubleVector.broadcast(LANES, left[l]);
            a0 = w.fma(x, a0);
            a1 = w.fma(y, a1);
            a2 = w.fma(z, a2);
            w = DoubleVector.broadcast(LANES, left[l + 1]);
            b0 = w.fma(x, b0);
            b1 = w.fma(y, b1);
            b2 = w.fma(z, b2);
            w = DoubleVector.broadcast(LANES, left[l + 2]);
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

    private static DoubleVector sums(double[] tile, int at) {
        return DoubleVector.fromArray(LANES, tile, at);
    }
}
