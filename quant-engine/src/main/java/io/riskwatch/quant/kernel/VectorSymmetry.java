package io.riskwatch.quant.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Symmetry} on the Vector API: blocks of eight by eight entries, turned over in registers by swapping halves, quarters and
 * neighbours. Magnitudes are compared as whole numbers, whose order is theirs, with infinities and NaN on top.
 */
final class VectorSymmetry {
    static final int ORDER = 8;

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_512;
    private static final VectorShuffle<Double> BY_4 = VectorShuffle.fromOp(LANES, i -> i ^ 4);
    private static final VectorShuffle<Double> BY_2 = VectorShuffle.fromOp(LANES, i -> i ^ 2);
    private static final VectorShuffle<Double> BY_1 = VectorShuffle.fromOp(LANES, i -> i ^ 1);
    private static final VectorMask<Double> UPPER_4 = VectorMask.fromLong(LANES, 0b11110000);
    private static final VectorMask<Double> UPPER_2 = VectorMask.fromLong(LANES, 0b11001100);
    private static final VectorMask<Double> UPPER_1 = VectorMask.fromLong(LANES, 0b10101010);
    private static final long MAGNITUDE = Long.MAX_VALUE;

    private VectorSymmetry() {}

    /** Raises {@code most}: in lane 0 to 7 the largest magnitudes of the block right of the diagonal, then of differences. */
    static void compare(double[][] matrix, int row, int column, long[] most) {
        LongVector largest = LongVector.fromArray(LongVector.SPECIES_512, most, 0);
        LongVector apart = LongVector.fromArray(LongVector.SPECIES_512, most, ORDER);
        DoubleVector r0 = DoubleVector.fromArray(LANES, matrix[column + 0], row);
        DoubleVector r1 = DoubleVector.fromArray(LANES, matrix[column + 1], row);
        DoubleVector r2 = DoubleVector.fromArray(LANES, matrix[column + 2], row);
        DoubleVector r3 = DoubleVector.fromArray(LANES, matrix[column + 3], row);
        DoubleVector r4 = DoubleVector.fromArray(LANES, matrix[column + 4], row);
        DoubleVector r5 = DoubleVector.fromArray(LANES, matrix[column + 5], row);
        DoubleVector r6 = DoubleVector.fromArray(LANES, matrix[column + 6], row);
        DoubleVector r7 = DoubleVector.fromArray(LANES, matrix[column + 7], row);
        largest = largest.max(r0.reinterpretAsLongs().and(MAGNITUDE));
        largest = largest.max(r1.reinterpretAsLongs().and(MAGNITUDE));
        largest = largest.max(r2.reinterpretAsLongs().and(MAGNITUDE));
        largest = largest.max(r3.reinterpretAsLongs().and(MAGNITUDE));
        largest = largest.max(r4.reinterpretAsLongs().and(MAGNITUDE));
        largest = largest.max(r5.reinterpretAsLongs().and(MAGNITUDE));
        largest = largest.max(r6.reinterpretAsLongs().and(MAGNITUDE));
        largest = largest.max(r7.reinterpretAsLongs().and(MAGNITUDE));
        DoubleVector t;
        t = r0.rearrange(BY_4).blend(r4, UPPER_4);
        r0 = r0.blend(r4.rearrange(BY_4), UPPER_4);
        r4 = t;
        t = r1.rearrange(BY_4).blend(r5, UPPER_4);
        r1 = r1.blend(r5.rearrange(BY_4), UPPER_4);
        r5 = t;
        t = r2.rearrange(BY_4).blend(r6, UPPER_4);
        r2 = r2.blend(r6.rearrange(BY_4), UPPER_4);
        r6 = t;
        t = r3.rearrange(BY_4).blend(r7, UPPER_4);
        r3 = r3.blend(r7.rearrange(BY_4), UPPER_4);
        r7 = t;
        t = r0.rearrange(BY_2).blend(r2, UPPER_2);
        r0 = r0.blend(r2.rearrange(BY_2), UPPER_2);
        r2 = t;
        t = r1.rearrange(BY_2).blend(r3, UPPER_2);
        r1 = r1.blend(r3.rearrange(BY_2), UPPER_2);
        r3 = t;
        t = r4.rearrange(BY_2).blend(r6, UPPER_2);
        r4 = r4.blend(r6.rearrange(BY_2), UPPER_2);
        r6 = t;
        t = r5.rearrange(BY_2).blend(r7, UPPER_2);
        r5 = r5.blend(r7.rearrange(BY_2), UPPER_2);
        r7 = t;
        t = r0.rearrange(BY_1).blend(r1, UPPER_1);
        r0 = r0.blend(r1.rearrange(BY_1), UPPER_1);
        r1 = t;
        t = r2.rearrange(BY_1).blend(r3, UPPER_1);
        r2 = r2.blend(r3.rearrange(BY_1), UPPER_1);
        r3 = t;
        t = r4.rearrange(BY_1).blend(r5, UPPER_1);
        r4 = r4.blend(r5.rearrange(BY_1), UPPER_1);
        r5 = t;
        t = r6.rearrange(BY_1).blend(r7, UPPER_1);
        r6 = r6.blend(r7.rearrange(BY_1), UPPER_1);
        r7 = t;
        t = DoubleVector.fromArray(LANES, matrix[row + 0], column);
        apart = apart.max(t.sub(r0).reinterpretAsLongs().and(MAGNITUDE));
        t = DoubleVector.fromArray(LANES, matrix[row + 1], column);
        apart = apart.max(t.sub(r1).reinterpretAsLongs().and(MAGNITUDE));
        t = DoubleVector.fromArray(LANES, matrix[row + 2], column);
        apart = apart.max(t.sub(r2).reinterpretAsLongs().and(MAGNITUDE));
        t = DoubleVector.fromArray(LANES, matrix[row + 3], column);
        apart = apart.max(t.sub(r3).reinterpretAsLongs().and(MAGNITUDE));
        t = DoubleVector.fromArray(LANES, matrix[row + 4], column);
        apart = apart.max(t.sub(r4).reinterpretAsLongs().and(MAGNITUDE));
        t = DoubleVector.fromArray(LANES, matrix[row + 5], column);
        apart = apart.max(t.sub(r5).reinterpretAsLongs().and(MAGNITUDE));
        t = DoubleVector.fromArray(LANES, matrix[row + 6], column);
        apart = apart.max(t.sub(r6).reinterpretAsLongs().and(MAGNITUDE));
        t = DoubleVector.fromArray(LANES, matrix[row + 7], column);
        apart = apart.max(t.sub(r7).reinterpretAsLongs().and(MAGNITUDE));
        largest.intoArray(most, 0);
        apart.intoArray(most, ORDER);
    }
}
