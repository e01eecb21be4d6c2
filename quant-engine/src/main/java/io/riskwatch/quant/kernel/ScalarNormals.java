package io.riskwatch.quant.kernel;

import static io.riskwatch.quant.kernel.Coefficients.*;

/** The scalar twin of {@link VectorNormals}: the same operations in the same order, so the same bytes. */
final class ScalarNormals {
    private static final int N = RandomStream.GENERATORS;

    private ScalarNormals() {}

    static void bits(long[] state, int[] out, int length) {
        for (int lane = 0; lane < N; lane++) {
            long s0 = state[lane];
            long s1 = state[lane + N];
            long s2 = state[lane + 2 * N];
            long s3 = state[lane + 3 * N];
            for (int i = 2 * lane; i < length; i += 2 * N) {
                long sum = s0 + s3;
                out[i] = (int) sum;
                out[i + 1] = (int) (sum >>> 32);
                long shifted = s1 << 17;
                s2 ^= s0;
                s3 ^= s1;
                s1 ^= s2;
                s0 ^= s3;
                s2 ^= shifted;
                s3 = Long.rotateLeft(s3, 45);
            }
            state[lane] = s0;
            state[lane + N] = s1;
            state[lane + 2 * N] = s2;
            state[lane + 3 * N] = s3;
        }
    }

    static void normals(int[] bits, float[] out, int from, int length, float mean, float deviation) {
        float minusTwice = -2f * deviation * deviation;
        for (int group = 0; group < length; group += RandomStream.GROUP) {
            for (int i = group; i < group + N; i++) {
                float radius = (float) Math.sqrt(logarithm(bits[i]) * minusTwice);
                float a = bits[i + N] * TWO_TO_MINUS_32;
                float q = a * a;
                out[from + i] = Math.fma(radius, sine(q) * a, mean);
                float signed = Float.intBitsToFloat(Float.floatToRawIntBits(radius) ^ (bits[i] & SIGN));
                out[from + i + N] = Math.fma(signed, cosine(q), mean);
            }
        }
    }

    /** ln u of u = (31 bits, the lowest set) / 2^31. */
    private static float logarithm(int bits) {
        int split = Float.floatToRawIntBits((float) ((bits & ~SIGN) | 1)) - SPLIT;
        float exponent = split >> 23;
        float m = Float.intBitsToFloat((split & MANTISSA) + ROOT_HALF) - 1f;
        float p = Math.fma(LOG_6, m, LOG_5);
        p = Math.fma(p, m, LOG_4);
        p = Math.fma(p, m, LOG_3);
        p = Math.fma(p, m, LOG_2);
        p = Math.fma(p, m, LOG_1);
        p = Math.fma(p, m, LOG_0);
        return Math.fma(exponent, LN_2, Math.fma(p, m * m, m));
    }

    private static float sine(float q) {
        float p = Math.fma(SIN_8, q, SIN_6);
        p = Math.fma(p, q, SIN_4);
        p = Math.fma(p, q, SIN_2);
        return Math.fma(p, q, SIN_0);
    }

    private static float cosine(float q) {
        float p = Math.fma(COS_8, q, COS_6);
        p = Math.fma(p, q, COS_4);
        p = Math.fma(p, q, COS_2);
        return Math.fma(p, q, 1f);
    }
}
