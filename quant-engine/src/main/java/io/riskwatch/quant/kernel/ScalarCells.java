package io.riskwatch.quant.kernel;

/** The scalar twin of {@link VectorCells}. */
final class ScalarCells {
    /** 2^23: a sum with it holds the nearest whole number in its lowest bits. */
    static final float WHOLE = 8388608f;

    static final int WHOLE_BITS = 0x7fffff;

    private ScalarCells() {}

    /** Least and greatest value. */
    static void range(float[] values, int length, float[] range) {
        float low = values[0];
        float high = values[0];
        for (int i = 1; i < length; i++) {
            low = values[i] < low ? values[i] : low;
            high = high < values[i] ? values[i] : high;
        }
        range[0] = low;
        range[1] = high;
    }

    /** The nearest whole number of (value - low) x scale, which grows with the value. */
    static void cells(float[] values, int from, int length, float low, float scale, int[] cells) {
        for (int i = 0; i < length; i++) {
            cells[i] = Float.floatToRawIntBits(Math.fma(values[from + i] - low, scale, WHOLE)) & WHOLE_BITS;
        }
    }
}
