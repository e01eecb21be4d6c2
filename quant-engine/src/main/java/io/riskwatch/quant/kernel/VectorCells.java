package io.riskwatch.quant.kernel;

import static io.riskwatch.quant.kernel.ScalarCells.WHOLE;
import static io.riskwatch.quant.kernel.ScalarCells.WHOLE_BITS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Range and cell numbers on the Vector API. */
final class VectorCells {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = FLOATS.length();

    private VectorCells() {}

    static void range(float[] values, int length, float[] range) {
        int whole = FLOATS.loopBound(length);
        if (whole == 0) {
            ScalarCells.range(values, length, range);
            return;
        }
        FloatVector low = FloatVector.fromArray(FLOATS, values, 0);
        FloatVector high = low;
        for (int i = WIDTH; i < whole; i += WIDTH) {
            FloatVector v = FloatVector.fromArray(FLOATS, values, i);
            low = low.blend(v, v.lt(low));
            high = high.blend(v, high.lt(v));
        }
        float[] ends = new float[2 * WIDTH + length - whole];
        low.intoArray(ends, 0);
        high.intoArray(ends, WIDTH);
        System.arraycopy(values, whole, ends, 2 * WIDTH, length - whole);
        ScalarCells.range(ends, ends.length, range);
    }

    static void cells(float[] values, int from, int length, float low, float scale, int[] cells) {
        FloatVector least = FloatVector.broadcast(FLOATS, low);
        FloatVector factor = FloatVector.broadcast(FLOATS, scale);
        FloatVector whole = FloatVector.broadcast(FLOATS, WHOLE);
        int i = 0;
        for (int end = length - WIDTH; i <= end; i += WIDTH) {
            FloatVector.fromArray(FLOATS, values, from + i)
                    .sub(least)
                    .fma(factor, whole)
                    .reinterpretAsInts()
                    .and(WHOLE_BITS)
                    .intoArray(cells, i);
        }
        for (; i < length; i++) {
            cells[i] = Float.floatToRawIntBits(Math.fma(values[from + i] - low, scale, WHOLE)) & WHOLE_BITS;
        }
    }
}
