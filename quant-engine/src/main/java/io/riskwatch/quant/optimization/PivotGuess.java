package io.riskwatch.quant.optimization;

import io.riskwatch.quant.kernel.DenseVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which variables stand on a bound and which rows bind, as {@link BlockPivoting} guesses it: the first guess and its corrections. */
final class PivotGuess {
    private static final int FIRST_FREE = 20;
    private static final double IMPLIED = 1e-12;
    private static final double CONSISTENT = 1e-11;

    final int n;
    final double[] lower;
    final double[] upper;
    final List<LinearConstraint> rows;
    /** -1 on the lower bound, 0 free, 1 on the upper. */
    final int[] state;
    /** -1 on the low end, 0 slack, 1 on the high end; of no meaning for equations, which always bind. */
    final int[] rowState;
    /** Equations that follow from those before them, or contradict them. */
    private final boolean[] implied;

    PivotGuess(double[] lower, double[] upper, List<LinearConstraint> rows) {
        this.n = lower.length;
        this.lower = lower;
        this.upper = upper;
        this.rows = rows;
        this.state = new int[n];
        this.rowState = new int[rows.size()];
        this.implied = new boolean[rows.size()];
        findImplied();
    }

    private void findImplied() {
        List<double[]> kept = new ArrayList<>();
        for (int q = 0; q < rows.size(); q++) {
            if (rows.get(q).isEquation()) {
                kept.add(ofUnitLength(rows.get(q).coefficients()));
                double[][] products = FreeSystem.products(kept.toArray(double[][]::new));
                implied[q] = Cholesky.independent(products, IMPLIED) < kept.size();
                if (implied[q]) {
                    kept.removeLast();
                }
            }
        }
    }

    /** Of the variables that can move. */
    private double[] ofUnitLength(double[] coefficients) {
        double[] unit = new double[n];
        for (int i = 0; i < n; i++) {
            unit[i] = upper[i] > lower[i] ? coefficients[i] : 0;
        }
        double length = Math.sqrt(DenseVector.dot(unit, unit, n));
        for (int i = 0; i < n; i++) {
            unit[i] /= length > 0 ? length : 1;
        }
        return unit;
    }

    /** False when equations contradict each other. */
    boolean meetsImplied(double[] x) {
        return IntStream.range(0, implied.length)
                .allMatch(q ->
                        !implied[q] || Math.abs(rows.get(q).at(x) - rows.get(q).low()) <= CONSISTENT);
    }

    /**
     * Fills the budget with the variables of least cost; around the margin, and wherever zero lies between the bounds, they are free.
     *
     * @param cost a rough measure of what a variable adds to the objective
     */
    void start(double[] cost) {
        for (int i = 0; i < n; i++) {
            state[i] = lower[i] < 0 && upper[i] > 0 ? 0 : lower[i] >= 0 ? -1 : 1;
        }
        int[] order = cheapestFirst(IntStream.range(0, n).toArray(), cost);
        int filled = filled(order);
        int margin = Math.max(FIRST_FREE, n / 16);
        for (int k = 0; k < Math.min(n, filled + margin); k++) {
            if (k < filled - margin) {
                state[order[k]] = 1;
            } else {
                release(order[k]);
            }
        }
    }

    /** How many of these, at their upper bounds, meet the budget. */
    private int filled(int[] order) {
        double rest = 1 - Arrays.stream(lower).sum();
        int filled = 0;
        while (filled < n && rest > 0) {
            rest -= upper[order[filled]] - lower[order[filled]];
            filled++;
        }
        return filled;
    }

    private void release(int variable) {
        if (upper[variable] > lower[variable]) {
            state[variable] = 0;
        }
    }

    int[] free() {
        return IntStream.range(0, n).filter(i -> state[i] == 0).toArray();
    }

    /** The most variables to be freed in one round. */
    int mostFreed(int free) {
        return Math.max(Math.max(FIRST_FREE, n / 10), free);
    }

    /** The rows that bind. */
    int[] held() {
        return IntStream.range(0, rows.size())
                .filter(q -> !implied[q] && (rows.get(q).isEquation() || rowState[q] != 0))
                .toArray();
    }

    /** Where a variable on a bound stands. */
    double bound(int i) {
        return state[i] < 0 ? lower[i] : upper[i];
    }

    /** Where a binding row stands. */
    double end(int q) {
        return rowState[q] > 0 ? rows.get(q).high() : rows.get(q).low();
    }

    /** The free variables cannot meet this row together with the others: frees some more of its own, or else lets go of it. */
    boolean loosen(int q, double[] gradient) {
        double[] coefficients = rows.get(q).coefficients();
        int[] bound = IntStream.range(0, n)
                .filter(i -> state[i] != 0 && coefficients[i] != 0 && upper[i] > lower[i])
                .toArray();
        double[] cost = new double[n];
        for (int i : bound) {
            cost[i] = -state[i] * gradient[i];
        }
        Arrays.stream(cheapestFirst(bound, cost)).limit(4).forEach(this::release);
        if (bound.length > 0) {
            return true;
        }
        boolean wasHeld = rowState[q] != 0;
        rowState[q] = 0;
        return wasHeld && !rows.get(q).isEquation();
    }

    /** What was guessed for these, variables and from n on rows, is refuted by x: the opposite is guessed. */
    void exchange(List<Integer> wrong, double[] x) {
        for (int j : wrong) {
            if (j >= n) {
                int q = j - n;
                rowState[q] =
                        rowState[q] != 0 ? 0 : rows.get(q).at(x) < rows.get(q).low() ? -1 : 1;
            } else {
                state[j] = state[j] != 0 ? 0 : x[j] < lower[j] ? -1 : 1;
            }
        }
    }

    static int[] cheapestFirst(int[] variables, double[] cost) {
        return Arrays.stream(variables)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> cost[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
