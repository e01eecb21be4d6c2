package io.riskwatch.quant.kernel;

import static io.riskwatch.quant.kernel.Coefficients.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** A triangular matrix times a tile of normals, and the growth of the holdings, on the Vector API. */
final class VectorGrowth {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = FLOATS.length();
    private static final int TILE = CorrelatedGrowth.TILE;
    private static final int ROWS = CorrelatedGrowth.ROWS;

    private VectorGrowth() {}

    static void logReturns(float[] z, float[] lower, float[] means, int padded, float[] logs) {
        if (4 * WIDTH == TILE) {
            wideLogReturns(z, lower, means, padded, logs);
        } else {
            narrowLogReturns(z, lower, means, padded, logs);
        }
    }

    /** Four assets on all paths of the tile, which are four of the widest vectors: sixteen sums in registers. */
    private static void wideLogReturns(float[] z, float[] lower, float[] means, int padded, float[] logs) {
        for (int asset = 0; asset < padded; asset += ROWS) {
            FloatVector a0 = FloatVector.broadcast(FLOATS, means[asset]);
            FloatVector a1 = a0;
            FloatVector a2 = a0;
            FloatVector a3 = a0;
            FloatVector b0 = FloatVector.broadcast(FLOATS, means[asset + 1]);
            FloatVector b1 = b0;
            FloatVector b2 = b0;
            FloatVector b3 = b0;
            FloatVector c0 = FloatVector.broadcast(FLOATS, means[asset + 2]);
            FloatVector c1 = c0;
            FloatVector c2 = c0;
            FloatVector c3 = c0;
            FloatVector d0 = FloatVector.broadcast(FLOATS, means[asset + 3]);
            FloatVector d1 = d0;
            FloatVector d2 = d0;
            FloatVector d3 = d0;
            int factor = asset * padded;
            int last = (asset + ROWS) * TILE;
            for (int at = 0; at < last; at += TILE) {
                FloatVector z0 = FloatVector.fromArray(FLOATS, z, at);
                FloatVector z1 = FloatVector.fromArray(FLOATS, z, at + WIDTH);
                FloatVector z2 = FloatVector.fromArray(FLOATS, z, at + 2 * WIDTH);
                FloatVector z3 = FloatVector.fromArray(FLOATS, z, at + 3 * WIDTH);
                FloatVector a = FloatVector.broadcast(FLOATS, lower[factor]);
                a0 = a.fma(z0, a0);
                a1 = a.fma(z1, a1);
                a2 = a.fma(z2, a2);
                a3 = a.fma(z3, a3);
                FloatVector b = FloatVector.broadcast(FLOATS, lower[factor + 1]);
                b0 = b.fma(z0, b0);
                b1 = b.fma(z1, b1);
                b2 = b.fma(z2, b2);
                b3 = b.fma(z3, b3);
                FloatVector c = FloatVector.broadcast(FLOATS, lower[factor + 2]);
                c0 = c.fma(z0, c0);
                c1 = c.fma(z1, c1);
                c2 = c.fma(z2, c2);
                c3 = c.fma(z3, c3);
                FloatVector d = FloatVector.broadcast(FLOATS, lower[factor + 3]);
                d0 = d.fma(z0, d0);
                d1 = d.fma(z1, d1);
                d2 = d.fma(z2, d2);
                d3 = d.fma(z3, d3);
                factor += ROWS;
            }
            int out = asset * TILE;
            a0.intoArray(logs, out);
            a1.intoArray(logs, out + WIDTH);
            a2.intoArray(logs, out + 2 * WIDTH);
            a3.intoArray(logs, out + 3 * WIDTH);
            b0.intoArray(logs, out + TILE);
            b1.intoArray(logs, out + TILE + WIDTH);
            b2.intoArray(logs, out + TILE + 2 * WIDTH);
            b3.intoArray(logs, out + TILE + 3 * WIDTH);
            c0.intoArray(logs, out + 2 * TILE);
            c1.intoArray(logs, out + 2 * TILE + WIDTH);
            c2.intoArray(logs, out + 2 * TILE + 2 * WIDTH);
            c3.intoArray(logs, out + 2 * TILE + 3 * WIDTH);
            d0.intoArray(logs, out + 3 * TILE);
            d1.intoArray(logs, out + 3 * TILE + WIDTH);
            d2.intoArray(logs, out + 3 * TILE + 2 * WIDTH);
            d3.intoArray(logs, out + 3 * TILE + 3 * WIDTH);
        }
    }

    /** Four assets on two vectors of paths at once: eight sums in registers. */
    static void narrowLogReturns(float[] z, float[] lower, float[] means, int padded, float[] logs) {
        for (int path = 0; path < TILE; path += 2 * WIDTH) {
            for (int asset = 0; asset < padded; asset += ROWS) {
                FloatVector a0 = FloatVector.broadcast(FLOATS, means[asset]);
                FloatVector a1 = a0;
                FloatVector b0 = FloatVector.broadcast(FLOATS, means[asset + 1]);
                FloatVector b1 = b0;
                FloatVector c0 = FloatVector.broadcast(FLOATS, means[asset + 2]);
                FloatVector c1 = c0;
                FloatVector d0 = FloatVector.broadcast(FLOATS, means[asset + 3]);
                FloatVector d1 = d0;
                int factor = asset * padded;
                int last = path + (asset + ROWS) * TILE;
                for (int at = path; at < last; at += TILE) {
                    FloatVector z0 = FloatVector.fromArray(FLOATS, z, at);
                    FloatVector z1 = FloatVector.fromArray(FLOATS, z, at + WIDTH);
                    FloatVector a = FloatVector.broadcast(FLOATS, lower[factor]);
                    FloatVector b = FloatVector.broadcast(FLOATS, lower[factor + 1]);
                    FloatVector c = FloatVector.broadcast(FLOATS, lower[factor + 2]);
                    FloatVector d = FloatVector.broadcast(FLOATS, lower[factor + 3]);
                    a0 = a.fma(z0, a0);
                    a1 = a.fma(z1, a1);
                    b0 = b.fma(z0, b0);
                    b1 = b.fma(z1, b1);
                    c0 = c.fma(z0, c0);
                    c1 = c.fma(z1, c1);
                    d0 = d.fma(z0, d0);
                    d1 = d.fma(z1, d1);
                    factor += ROWS;
                }
                int out = asset * TILE + path;
                a0.intoArray(logs, out);
                a1.intoArray(logs, out + WIDTH);
                b0.intoArray(logs, out + TILE);
                b1.intoArray(logs, out + TILE + WIDTH);
                c0.intoArray(logs, out + 2 * TILE);
                c1.intoArray(logs, out + 2 * TILE + WIDTH);
                d0.intoArray(logs, out + 3 * TILE);
                d1.intoArray(logs, out + 3 * TILE + WIDTH);
            }
        }
    }

    static void grow(float[] logs, int padded, boolean near, float[] holdings, float[] values, int from) {
        if (near) {
            growNear(logs, padded, holdings, values, from);
        } else {
            VectorPaths.exponentials(logs, 0, padded * TILE, 1f);
            growBy(logs, padded, holdings, values, from);
        }
    }

    private static void growNear(float[] logs, int padded, float[] holdings, float[] values, int from) {
        FloatVector c0 = FloatVector.broadcast(FLOATS, NEAR_0);
        FloatVector c1 = FloatVector.broadcast(FLOATS, NEAR_1);
        FloatVector c2 = FloatVector.broadcast(FLOATS, NEAR_2);
        FloatVector c3 = FloatVector.broadcast(FLOATS, NEAR_3);
        FloatVector one = FloatVector.broadcast(FLOATS, 1f);
        for (int path = 0; path < TILE; path += WIDTH) {
            FloatVector value = FloatVector.zero(FLOATS);
            for (int i = path; i < padded * TILE; i += TILE) {
                FloatVector r = FloatVector.fromArray(FLOATS, logs, i);
                FloatVector p = c3.fma(r, c2).fma(r, c1).fma(r, c0);
                FloatVector growth = p.fma(r.mul(r), r).add(one);
                FloatVector held = FloatVector.fromArray(FLOATS, holdings, i).mul(growth);
                held.intoArray(holdings, i);
                value = value.add(held);
            }
            value.intoArray(values, from + path);
        }
    }

    private static void growBy(float[] growth, int padded, float[] holdings, float[] values, int from) {
        for (int path = 0; path < TILE; path += WIDTH) {
            FloatVector value = FloatVector.zero(FLOATS);
            for (int i = path; i < padded * TILE; i += TILE) {
                FloatVector held =
                        FloatVector.fromArray(FLOATS, holdings, i).mul(FloatVector.fromArray(FLOATS, growth, i));
                held.intoArray(holdings, i);
                value = value.add(held);
            }
            value.intoArray(values, from + path);
        }
    }
}
