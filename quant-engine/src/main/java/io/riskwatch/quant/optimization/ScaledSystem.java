package io.riskwatch.quant.optimization;

import io.riskwatch.quant.kernel.DenseVector;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A symmetric system brought to unit diagonal, solved by Cholesky and refined twice. */
final class ScaledSystem {
    private final double[][] scaled;
    private final double[] scale;
    private final Optional<Cholesky> factor;

    ScaledSystem(double[][] matrix) {
        int m = matrix.length;
        scale = new double[m];
        scaled = new double[m][m];
        for (int i = 0; i < m; i++) {
            scale[i] = 1 / Math.sqrt(matrix[i][i]);
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                scaled[i][j] = matrix[i][j] * scale[i] * scale[j];
            }
        }
        factor = Cholesky.attempt(scaled);
    }

    boolean solvable() {
        return factor.isPresent();
    }

    double[] solve(double[] right) {
        Cholesky cholesky = factor.orElseThrow();
        int m = right.length;
        double[] r = new double[m];
        for (int i = 0; i < m; i++) {
            r[i] = right[i] * scale[i];
        }
        double[] solution = cholesky.solve(r);
        for (int pass = 0; pass < 2; pass++) {
            double[] rest = new double[m];
            for (int i = 0; i < m; i++) {
                rest[i] = r[i] - DenseVector.dot(scaled[i], solution, m);
            }
            double[] correction = cholesky.solve(rest);
            for (int i = 0; i < m; i++) {
                solution[i] += correction[i];
            }
        }
        for (int i = 0; i < m; i++) {
            solution[i] *= scale[i];
        }
        return solution;
    }

    /**
     * Solves M x - E'nu = right, E x = b, by Schur's complement; empty where rounding leaves nothing to solve.
     *
     * @param equations rows of E, which may be shorter than x
     * @param nu overwritten, one per equation
     */
    static Optional<double[]> underEquations(
            double[][] matrix, double[] right, List<double[]> equations, double[] b, double[] nu) {
        ScaledSystem system = new ScaledSystem(matrix);
        if (!system.solvable()) {
            return Optional.empty();
        }
        double[] x = system.solve(right);
        int q = b.length;
        double[][] columns = new double[q][];
        double[][] schur = new double[q][q];
        double[] gap = new double[q];
        for (int e = 0; e < q; e++) {
            double[] row = equations.get(e);
            columns[e] = system.solve(Arrays.copyOf(row, x.length));
            gap[e] = b[e] - DenseVector.dot(row, x, row.length);
            for (int f = 0; f <= e; f++) {
                schur[e][f] = DenseVector.dot(row, columns[f], row.length);
                schur[f][e] = schur[e][f];
            }
        }
        ScaledSystem small = new ScaledSystem(schur);
        if (!small.solvable()) {
            return Optional.empty();
        }
        double[] solved = small.solve(gap);
        for (int e = 0; e < q; e++) {
            nu[e] = solved[e];
            DenseVector.addScaled(solved[e], columns[e], x, x.length);
        }
        return Optional.of(x);
    }
}
