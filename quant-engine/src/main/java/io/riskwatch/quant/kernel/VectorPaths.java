package io.riskwatch.quant.kernel;

import static io.riskwatch.quant.kernel.Coefficients.*;
import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums of steps and exponentials on the Vector API. */
final class VectorPaths {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = FLOATS.length();
    private static final int TILE = BrownianPaths.TILE;

    private VectorPaths() {}

    /** Compare and blend for the lowest value: the API's min is slower, since it must order the zeros. */
    static void walk(float[] z, int from, int rows, float[] ends, float[] lows, int tile) {
        for (int path = 0; path < TILE; path += 4 * WIDTH) {
            int at = tile + path;
            FloatVector sum0 = FloatVector.fromArray(FLOATS, ends, at);
            FloatVector sum1 = FloatVector.fromArray(FLOATS, ends, at + WIDTH);
            FloatVector sum2 = FloatVector.fromArray(FLOATS, ends, at + 2 * WIDTH);
            FloatVector sum3 = FloatVector.fromArray(FLOATS, ends, at + 3 * WIDTH);
            FloatVector low0 = FloatVector.fromArray(FLOATS, lows, at);
            FloatVector low1 = FloatVector.fromArray(FLOATS, lows, at + WIDTH);
            FloatVector low2 = FloatVector.fromArray(FLOATS, lows, at + 2 * WIDTH);
            FloatVector low3 = FloatVector.fromArray(FLOATS, lows, at + 3 * WIDTH);
            for (int i = from + path; i < from + rows * TILE; i += TILE) {
                sum0 = sum0.add(FloatVector.fromArray(FLOATS, z, i));
                sum1 = sum1.add(FloatVector.fromArray(FLOATS, z, i + WIDTH));
                sum2 = sum2.add(FloatVector.fromArray(FLOATS, z, i + 2 * WIDTH));
                sum3 = sum3.add(FloatVector.fromArray(FLOATS, z, i + 3 * WIDTH));
                low0 = low0.blend(sum0, sum0.lt(low0));
                low1 = low1.blend(sum1, sum1.lt(low1));
                low2 = low2.blend(sum2, sum2.lt(low2));
                low3 = low3.blend(sum3, sum3.lt(low3));
            }
            sum0.intoArray(ends, at);
            sum1.intoArray(ends, at + WIDTH);
            sum2.intoArray(ends, at + 2 * WIDTH);
            sum3.intoArray(ends, at + 3 * WIDTH);
            low0.intoArray(lows, at);
            low1.intoArray(lows, at + WIDTH);
            low2.intoArray(lows, at + 2 * WIDTH);
            low3.intoArray(lows, at + 3 * WIDTH);
        }
    }

    static void exponentials(float[] values, int from, int length, float factor) {
        FloatVector least = FloatVector.broadcast(FLOATS, LEAST_EXPONENT);
        FloatVector greatest = FloatVector.broadcast(FLOATS, GREATEST_EXPONENT);
        FloatVector log2e = FloatVector.broadcast(FLOATS, LOG2_E);
        FloatVector rounder = FloatVector.broadcast(FLOATS, ROUNDER);
        FloatVector minusHigh = FloatVector.broadcast(FLOATS, -LN_2_HIGH);
        FloatVector minusLow = FloatVector.broadcast(FLOATS, -LN_2_LOW);
        FloatVector c0 = FloatVector.broadcast(FLOATS, FULL_0);
        FloatVector c1 = FloatVector.broadcast(FLOATS, FULL_1);
        FloatVector c2 = FloatVector.broadcast(FLOATS, FULL_2);
        FloatVector c3 = FloatVector.broadcast(FLOATS, FULL_3);
        FloatVector c4 = FloatVector.broadcast(FLOATS, FULL_4);
        FloatVector scale = FloatVector.broadcast(FLOATS, factor);
        int i = from;
        for (int end = from + length - WIDTH; i <= end; i += WIDTH) {
            FloatVector x = FloatVector.fromArray(FLOATS, values, i);
            FloatVector cut = x.blend(least, x.lt(least));
            cut = cut.blend(greatest, greatest.lt(cut));
            FloatVector rounded = cut.fma(log2e, rounder);
            IntVector n = rounded.reinterpretAsInts().lanewise(LSHL, 23);
            FloatVector whole = rounded.sub(rounder);
            FloatVector r = whole.fma(minusLow, whole.fma(minusHigh, cut));
            FloatVector p = c4.fma(r, c3).fma(r, c2).fma(r, c1).fma(r, c0);
            p = p.fma(r.mul(r), r).add(1f);
            p.reinterpretAsInts().add(n).reinterpretAsFloats().mul(scale).intoArray(values, i);
        }
        ScalarPaths.exponentials(values, i, from + length - i, factor);
    }
}
