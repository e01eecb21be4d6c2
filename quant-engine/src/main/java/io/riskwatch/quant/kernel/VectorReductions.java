package io.riskwatch.quant.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** {@link DenseVector}'s sums on the Vector API, in four partial vectors so that no addition waits for the one before. */
final class VectorReductions {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    private static final VectorShuffle<Double> FOURTH = VectorShuffle.fromOp(LANES, i -> i ^ (4 & (WIDTH - 1)));
    private static final VectorShuffle<Double> SECOND = VectorShuffle.fromOp(LANES, i -> i ^ (2 & (WIDTH - 1)));
    private static final VectorShuffle<Double> FIRST = VectorShuffle.fromOp(LANES, i -> i ^ 1);

    private VectorReductions() {}

    static double dot(double[] a, double[] b, int length) {
        DoubleVector s0 = DoubleVector.zero(LANES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        int i = 0;
        for (; i <= length - 4 * WIDTH; i += 4 * WIDTH) {
            s0 = at(a, i).fma(at(b, i), s0);
            s1 = at(a, i + WIDTH).fma(at(b, i + WIDTH), s1);
            s2 = at(a, i + 2 * WIDTH).fma(at(b, i + 2 * WIDTH), s2);
            s3 = at(a, i + 3 * WIDTH).fma(at(b, i + 3 * WIDTH), s3);
        }
        for (; i <= length - WIDTH; i += WIDTH) {
            s0 = at(a, i).fma(at(b, i), s0);
        }
        double sum = sum(s0.add(s1).add(s2.add(s3)));
        for (; i < length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static void dots(double[] a, double[][] rows, int[] which, int from, double[] into, int at) {
        int length = a.length;
        double[] r0 = rows[which[from]];
        double[] r1 = rows[which[from + 1]];
        double[] r2 = rows[which[from + 2]];
        double[] r3 = rows[which[from + 3]];
        DoubleVector s0 = DoubleVector.zero(LANES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        int i = 0;
        for (; i <= length - WIDTH; i += WIDTH) {
            DoubleVector x = at(a, i);
            s0 = x.fma(at(r0, i), s0);
            s1 = x.fma(at(r1, i), s1);
            s2 = x.fma(at(r2, i), s2);
            s3 = x.fma(at(r3, i), s3);
        }
        double t0 = sum(s0);
        double t1 = sum(s1);
        double t2 = sum(s2);
        double t3 = sum(s3);
        for (; i < length; i++) {
            t0 += a[i] * r0[i];
            t1 += a[i] * r1[i];
            t2 += a[i] * r2[i];
            t3 += a[i] * r3[i];
        }
        into[at] = t0;
        into[at + 1] = t1;
        into[at + 2] = t2;
        into[at + 3] = t3;
    }

    static double squaredDistance(double[] a, double[] b, int length) {
        DoubleVector s0 = DoubleVector.zero(LANES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        int i = 0;
        for (; i <= length - 4 * WIDTH; i += 4 * WIDTH) {
            DoubleVector d0 = at(a, i).sub(at(b, i));
            DoubleVector d1 = at(a, i + WIDTH).sub(at(b, i + WIDTH));
            DoubleVector d2 = at(a, i + 2 * WIDTH).sub(at(b, i + 2 * WIDTH));
            DoubleVector d3 = at(a, i + 3 * WIDTH).sub(at(b, i + 3 * WIDTH));
            s0 = d0.fma(d0, s0);
            s1 = d1.fma(d1, s1);
            s2 = d2.fma(d2, s2);
            s3 = d3.fma(d3, s3);
        }
        for (; i <= length - WIDTH; i += WIDTH) {
            DoubleVector d = at(a, i).sub(at(b, i));
            s0 = d.fma(d, s0);
        }
        double sum = sum(s0.add(s1).add(s2.add(s3)));
        for (; i < length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    static double largestMagnitude(double[] values, int length) {
        LongVector m0 = LongVector.zero(LONGS);
        LongVector m1 = m0;
        int i = 0;
        for (; i <= length - 2 * WIDTH; i += 2 * WIDTH) {
            m0 = m0.max(at(values, i).reinterpretAsLongs().and(Long.MAX_VALUE));
            m1 = m1.max(at(values, i + WIDTH).reinterpretAsLongs().and(Long.MAX_VALUE));
        }
        double largest = Double.longBitsToDouble(m0.max(m1).reduceLanes(VectorOperators.MAX));
        return Math.max(largest, DenseVector.scalarLargest(values, i, length));
    }

    static double largestProduct(double[] a, double[] b, int length) {
        DoubleVector m0 = DoubleVector.zero(LANES);
        DoubleVector m1 = m0;
        int i = 0;
        for (; i <= length - 2 * WIDTH; i += 2 * WIDTH) {
            m0 = m0.max(at(a, i).mul(at(b, i)).abs());
            m1 = m1.max(at(a, i + WIDTH).mul(at(b, i + WIDTH)).abs());
        }
        double largest = m0.max(m1).reduceLanes(VectorOperators.MAX);
        return Math.max(largest, DenseVector.scalarLargestProduct(a, b, i, length));
    }

    /** Halves folded onto each other: the API leaves the order of its own sum open, and compiled code takes another one than the interpreter. */
    static double sum(DoubleVector vector) {
        DoubleVector v = vector;
        if (WIDTH >= 8) {
            v = v.add(v.rearrange(FOURTH));
        }
        if (WIDTH >= 4) {
            v = v.add(v.rearrange(SECOND));
        }
        if (WIDTH >= 2) {
            v = v.add(v.rearrange(FIRST));
        }
        return v.lane(0);
    }

    private static DoubleVector at(double[] values, int index) {
        return DoubleVector.fromArray(LANES, values, index);
    }
}
