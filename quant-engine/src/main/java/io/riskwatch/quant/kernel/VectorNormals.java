package io.riskwatch.quant.kernel;

import static io.riskwatch.quant.kernel.Coefficients.*;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.SQRT;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Random bits and Box-Muller on the Vector API, for vectors of 128 to 512 bits. Each loop is one method without vector-valued calls and
 * with its constants in locals: that is what lets the JIT keep everything in registers.
 */
final class VectorNormals {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final int N = RandomStream.GENERATORS;
    private static final int HALF = N / 2;

    private VectorNormals() {}

    /** Two vectors of generators at once, since one alone would wait for its own results. */
    static void bits(long[] state, int[] out, int length) {
        for (int lane = 0; lane < HALF; lane += LONGS.length()) {
            int other = lane + HALF;
            LongVector a0 = LongVector.fromArray(LONGS, state, lane);
            LongVector a1 = LongVector.fromArray(LONGS, state, lane + N);
            LongVector a2 = LongVector.fromArray(LONGS, state, lane + 2 * N);
            LongVector a3 = LongVector.fromArray(LONGS, state, lane + 3 * N);
            LongVector b0 = LongVector.fromArray(LONGS, state, other);
            LongVector b1 = LongVector.fromArray(LONGS, state, other + N);
            LongVector b2 = LongVector.fromArray(LONGS, state, other + 2 * N);
            LongVector b3 = LongVector.fromArray(LONGS, state, other + 3 * N);
            for (int i = 2 * lane; i < length; i += RandomStream.GROUP) {
                a0.add(a3).reinterpretAsInts().intoArray(out, i);
                b0.add(b3).reinterpretAsInts().intoArray(out, i + N);
                LongVector aShifted = a1.lanewise(LSHL, 17);
                LongVector bShifted = b1.lanewise(LSHL, 17);
                a2 = a2.lanewise(XOR, a0);
                b2 = b2.lanewise(XOR, b0);
                a3 = a3.lanewise(XOR, a1);
                b3 = b3.lanewise(XOR, b1);
                a1 = a1.lanewise(XOR, a2);
                b1 = b1.lanewise(XOR, b2);
                a0 = a0.lanewise(XOR, a3);
                b0 = b0.lanewise(XOR, b3);
                a2 = a2.lanewise(XOR, aShifted);
                b2 = b2.lanewise(XOR, bShifted);
                a3 = a3.lanewise(ROL, 45);
                b3 = b3.lanewise(ROL, 45);
            }
            a0.intoArray(state, lane);
            a1.intoArray(state, lane + N);
            a2.intoArray(state, lane + 2 * N);
            a3.intoArray(state, lane + 3 * N);
            b0.intoArray(state, other);
            b1.intoArray(state, other + N);
            b2.intoArray(state, other + 2 * N);
            b3.intoArray(state, other + 3 * N);
        }
    }

    static void normals(int[] bits, float[] out, int from, int length, float mean, float deviation) {
        FloatVector log0 = FloatVector.broadcast(FLOATS, LOG_0);
        FloatVector log1 = FloatVector.broadcast(FLOATS, LOG_1);
        FloatVector log2 = FloatVector.broadcast(FLOATS, LOG_2);
        FloatVector log3 = FloatVector.broadcast(FLOATS, LOG_3);
        FloatVector log4 = FloatVector.broadcast(FLOATS, LOG_4);
        FloatVector log5 = FloatVector.broadcast(FLOATS, LOG_5);
        FloatVector log6 = FloatVector.broadcast(FLOATS, LOG_6);
        FloatVector ln2 = FloatVector.broadcast(FLOATS, LN_2);
        FloatVector sin0 = FloatVector.broadcast(FLOATS, SIN_0);
        FloatVector sin2 = FloatVector.broadcast(FLOATS, SIN_2);
        FloatVector sin4 = FloatVector.broadcast(FLOATS, SIN_4);
        FloatVector sin6 = FloatVector.broadcast(FLOATS, SIN_6);
        FloatVector sin8 = FloatVector.broadcast(FLOATS, SIN_8);
        FloatVector cos2 = FloatVector.broadcast(FLOATS, COS_2);
        FloatVector cos4 = FloatVector.broadcast(FLOATS, COS_4);
        FloatVector cos6 = FloatVector.broadcast(FLOATS, COS_6);
        FloatVector cos8 = FloatVector.broadcast(FLOATS, COS_8);
        FloatVector one = FloatVector.broadcast(FLOATS, 1f);
        FloatVector minusTwice = FloatVector.broadcast(FLOATS, -2f * deviation * deviation);
        FloatVector turn = FloatVector.broadcast(FLOATS, TWO_TO_MINUS_32);
        FloatVector shift = FloatVector.broadcast(FLOATS, mean);
        IntVector positive = IntVector.broadcast(INTS, ~SIGN);
        IntVector lowest = IntVector.broadcast(INTS, 1);
        IntVector splitAt = IntVector.broadcast(INTS, SPLIT);
        IntVector mantissa = IntVector.broadcast(INTS, MANTISSA);
        IntVector rootHalf = IntVector.broadcast(INTS, ROOT_HALF);
        IntVector sign = IntVector.broadcast(INTS, SIGN);
        for (int pair = 0; pair < length / 2; pair += FLOATS.length()) {
            int i = 2 * (pair & -N) + (pair & (N - 1));
            IntVector first = IntVector.fromArray(INTS, bits, i);
            IntVector second = IntVector.fromArray(INTS, bits, i + N);
            FloatVector u = (FloatVector) first.and(positive).or(lowest).convertShape(I2F, FLOATS, 0);
            IntVector split = u.reinterpretAsInts().sub(splitAt);
            FloatVector exponent = (FloatVector) split.lanewise(ASHR, 23).convertShape(I2F, FLOATS, 0);
            FloatVector m =
                    split.and(mantissa).add(rootHalf).reinterpretAsFloats().sub(one);
            FloatVector p = log6.fma(m, log5)
                    .fma(m, log4)
                    .fma(m, log3)
                    .fma(m, log2)
                    .fma(m, log1)
                    .fma(m, log0);
            FloatVector ln = exponent.fma(ln2, p.fma(m.mul(m), m));
            FloatVector radius = ln.mul(minusTwice).lanewise(SQRT);
            FloatVector a = ((FloatVector) second.convertShape(I2F, FLOATS, 0)).mul(turn);
            FloatVector q = a.mul(a);
            FloatVector sine =
                    sin8.fma(q, sin6).fma(q, sin4).fma(q, sin2).fma(q, sin0).mul(a);
            FloatVector cosine = cos8.fma(q, cos6).fma(q, cos4).fma(q, cos2).fma(q, one);
            radius.fma(sine, shift).intoArray(out, from + i);
            radius.reinterpretAsInts()
                    .lanewise(XOR, first.and(sign))
                    .reinterpretAsFloats()
                    .fma(cosine, shift)
                    .intoArray(out, from + i + N);
        }
    }
}
