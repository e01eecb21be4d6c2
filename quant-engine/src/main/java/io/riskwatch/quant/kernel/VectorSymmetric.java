package io.riskwatch.quant.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link SymmetricProduct} on the Vector API: eight rows at a time, whose sums stay in registers. */
final class VectorSymmetric {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();
    static final int ROWS = 8;

    private VectorSymmetric() {}

    static void eightRows(double[][] matrix, int row, double[] x, double[] into) {
        double[] r0 = matrix[row];
        double[] r1 = matrix[row + 1];
        double[] r2 = matrix[row + 2];
        double[] r3 = matrix[row + 3];
        double[] r4 = matrix[row + 4];
        double[] r5 = matrix[row + 5];
        double[] r6 = matrix[row + 6];
        double[] r7 = matrix[row + 7];
        DoubleVector x0 = DoubleVector.broadcast(LANES, x[row]);
        DoubleVector x1 = DoubleVector.broadcast(LANES, x[row + 1]);
        DoubleVector x2 = DoubleVector.broadcast(LANES, x[row + 2]);
        DoubleVector x3 = DoubleVector.broadcast(LANES, x[row + 3]);
        DoubleVector x4 = DoubleVector.broadcast(LANES, x[row + 4]);
        DoubleVector x5 = DoubleVector.broadcast(LANES, x[row + 5]);
        DoubleVector x6 = DoubleVector.broadcast(LANES, x[row + 6]);
        DoubleVector x7 = DoubleVector.broadcast(LANES, x[row + 7]);
        DoubleVector s0 = DoubleVector.zero(LANES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        DoubleVector s4 = s0;
        DoubleVector s5 = s0;
        DoubleVector s6 = s0;
        DoubleVector s7 = s0;
        for (int j = 0; j < row; j += WIDTH) {
            DoubleVector at = DoubleVector.fromArray(LANES, x, j);
            DoubleVector m = DoubleVector.fromArray(LANES, r0, j);
            s0 = m.fma(at, s0);
            DoubleVector y = m.fma(x0, DoubleVector.fromArray(LANES, into, j));
            m = DoubleVector.fromArray(LANES, r1, j);
            s1 = m.fma(at, s1);
            y = m.fma(x1, y);
            m = DoubleVector.fromArray(LANES, r2, j);
            s2 = m.fma(at, s2);
            y = m.fma(x2, y);
            m = DoubleVector.fromArray(LANES, r3, j);
            s3 = m.fma(at, s3);
            y = m.fma(x3, y);
            m = DoubleVector.fromArray(LANES, r4, j);
            s4 = m.fma(at, s4);
            y = m.fma(x4, y);
            m = DoubleVector.fromArray(LANES, r5, j);
            s5 = m.fma(at, s5);
            y = m.fma(x5, y);
            m = DoubleVector.fromArray(LANES, r6, j);
            s6 = m.fma(at, s6);
            y = m.fma(x6, y);
            m = DoubleVector.fromArray(LANES, r7, j);
            s7 = m.fma(at, s7);
            m.fma(x7, y).intoArray(into, j);
        }
        for (int j = row; j < row + ROWS; j += WIDTH) {
            DoubleVector at = DoubleVector.fromArray(LANES, x, j);
            s0 = at.fma(DoubleVector.fromArray(LANES, r0, j), s0);
            s1 = at.fma(DoubleVector.fromArray(LANES, r1, j), s1);
            s2 = at.fma(DoubleVector.fromArray(LANES, r2, j), s2);
            s3 = at.fma(DoubleVector.fromArray(LANES, r3, j), s3);
            s4 = at.fma(DoubleVector.fromArray(LANES, r4, j), s4);
            s5 = at.fma(DoubleVector.fromArray(LANES, r5, j), s5);
            s6 = at.fma(DoubleVector.fromArray(LANES, r6, j), s6);
            s7 = at.fma(DoubleVector.fromArray(LANES, r7, j), s7);
        }
        into[row] = VectorReductions.sum(s0);
        into[row + 1] = VectorReductions.sum(s1);
        into[row + 2] = VectorReductions.sum(s2);
        into[row + 3] = VectorReductions.sum(s3);
        into[row + 4] = VectorReductions.sum(s4);
        into[row + 5] = VectorReductions.sum(s5);
        into[row + 6] = VectorReductions.sum(s6);
        into[row + 7] = VectorReductions.sum(s7);
    }
}
