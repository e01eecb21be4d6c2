package io.riskwatch.quant.kernel;

import static io.riskwatch.quant.kernel.Coefficients.*;

/** The scalar twin of {@link VectorPaths}. */
final class ScalarPaths {
    private ScalarPaths() {}

    static void walk(float[] z, int at, int rows, float[] ends, float[] lows, int tile) {
        for (int path = 0; path < BrownianPaths.TILE; path++) {
            float sum = ends[tile + path];
            float low = lows[tile + path];
            for (int i = at + path; i < at + rows * BrownianPaths.TILE; i += BrownianPaths.TILE) {
                sum += z[i];
                low = sum < low ? sum : low;
            }
            ends[tile + path] = sum;
            lows[tile + path] = low;
        }
    }

    static void exponentials(float[] values, int from, int length, float factor) {
        for (int i = from; i < from + length; i++) {
            values[i] = factor * exponential(values[i]);
        }
    }

    /** e^x = 2^n e^r with r = x - n ln 2 in two parts. */
    static float exponential(float x) {
        float cut = x < LEAST_EXPONENT ? LEAST_EXPONENT : x;
        cut = GREATEST_EXPONENT < cut ? GREATEST_EXPONENT : cut;
        float rounded = Math.fma(cut, LOG2_E, ROUNDER);
        int n = Float.floatToRawIntBits(rounded) << 23;
        float whole = rounded - ROUNDER;
        float r = Math.fma(whole, -LN_2_HIGH, cut);
        r = Math.fma(whole, -LN_2_LOW, r);
        float p = Math.fma(FULL_4, r, FULL_3);
        p = Math.fma(p, r, FULL_2);
        p = Math.fma(p, r, FULL_1);
        p = Math.fma(p, r, FULL_0);
        p = Math.fma(p, r * r, r) + 1f;
        return Float.intBitsToFloat(Float.floatToRawIntBits(p) + n);
    }
}
