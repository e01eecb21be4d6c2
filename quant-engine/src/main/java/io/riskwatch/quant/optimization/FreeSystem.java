package io.riskwatch.quant.optimization;

import io.riskwatch.quant.kernel.DenseVector;
import java.util.Optional;

/**
 * The optimality equations of some free variables under some active rows: (S + ridge I) x - A'nu = r, A x = b, solved by the
 * Cholesky factor of the first block and of the rows' small complement A (S + ridge I)^-1 A'.
 */
final class FreeSystem {
    private static final double DEPENDENT = 1e-11;

    private final int dependentRow;
    private final Optional<Cholesky> factor;
    private final double[][] forward;
    private final Optional<Cholesky> complement;

    private FreeSystem(int dependentRow, Optional<Cholesky> factor, double[][] forward, Optional<Cholesky> complement) {
        this.dependentRow = dependentRow;
        this.factor = factor;
        this.forward = forward;
        this.complement = complement;
    }

    /**
     * Factors the system.
     *
     * @param ridge makes S definite
     * @param rows coefficients of the active rows, one per variable
     */
    static FreeSystem of(double[][] s, double ridge, int[] free, double[][] rows) {
        int k = free.length;
        double[][] block = new double[k][];
        for (int a = 0; a < k; a++) {
            block[a] = new double[a + 1];
            double[] from = s[free[a]];
            for (int b = 0; b <= a; b++) {
                block[a][b] = from[free[b]];
            }
            block[a][a] += ridge;
        }
        Optional<Cholesky> factor = Cholesky.overwriting(block);
        if (factor.isEmpty()) {
            return new FreeSystem(-1, factor, block, factor);
        }
        double[][] forward = new double[rows.length][];
        for (int q = 0; q < rows.length; q++) {
            forward[q] = factor.get().forward(picked(rows[q], free));
        }
        double[][] complement = products(forward);
        int independent = Cholesky.independent(scaled(complement), DEPENDENT);
        return independent < rows.length
                ? new FreeSystem(independent, factor, forward, Optional.empty())
                : new FreeSystem(-1, factor, forward, Cholesky.overwriting(complement));
    }

    /** A row that, seen by the free variables alone, depends on those before it; -1 if there is none. */
    int dependentRow() {
        return dependentRow;
    }

    boolean solvable() {
        return factor.isPresent() && complement.isPresent();
    }

    /** The lower triangle of these vectors' products with each other. */
    static double[][] products(double[][] vectors) {
        double[][] lower = new double[vectors.length][];
        for (int a = 0; a < vectors.length; a++) {
            lower[a] = new double[a + 1];
            for (int b = 0; b <= a; b++) {
                lower[a][b] = DenseVector.dot(vectors[a], vectors[b], vectors[a].length);
            }
        }
        return lower;
    }

    /** With a unit diagonal, so that a row which depends on others is told from one that is merely small. */
    private static double[][] scaled(double[][] lower) {
        double[][] scaled = new double[lower.length][];
        for (int a = 0; a < lower.length; a++) {
            scaled[a] = lower[a].clone();
            for (int b = 0; b <= a; b++) {
                double size = Math.sqrt(lower[a][a] * lower[b][b]);
                scaled[a][b] = size > 0 ? lower[a][b] / size : 0;
            }
        }
        return scaled;
    }

    /** Overwrites x, one per free variable, and nu, one per row. */
    void solve(double[] r, double[] b, double[] x, double[] nu) {
        double[] y = factor.orElseThrow().forward(r);
        double[] gap = new double[b.length];
        for (int q = 0; q < b.length; q++) {
            gap[q] = b[q] - DenseVector.dot(forward[q], y, y.length);
        }
        System.arraycopy(complement.orElseThrow().solve(gap), 0, nu, 0, b.length);
        for (int q = 0; q < b.length; q++) {
            DenseVector.addScaled(nu[q], forward[q], y, y.length);
        }
        System.arraycopy(factor.orElseThrow().backward(y), 0, x, 0, x.length);
    }

    private static double[] picked(double[] values, int[] indices) {
        double[] picked = new double[indices.length];
        for (int a = 0; a < indices.length; a++) {
            picked[a] = values[indices[a]];
        }
        return picked;
    }
}
