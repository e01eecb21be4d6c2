package io.riskwatch.quant.optimization;

import io.riskwatch.quant.NumericalFailureException;
import io.riskwatch.quant.kernel.DenseVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A point within bounds and rows, by the simplex method: the first phase makes the sum of the rows' misses zero or proves by Farkas'
 * lemma that it cannot be, the second goes on to the least cost. Variables strictly between their bounds may stay there.
 *
 * <p>Each row has a slack variable, its value; as many variables are basic as there are rows, so that the rows which bind are
 * independent in the variables between bounds. Cost per step rows x variables, some three steps per row.
 *
 * <p>Source: R. Vanderbei, "Linear Programming" (2014), chapters 8 and 9.
 */
final class FeasibleVertex {
    private static final int BASIC = 2;
    private static final double FEASIBLE = 1e-13;
    private static final double IMPROVES = 1e-10;
    private static final double PIVOT = 1e-9;

    private final List<LinearConstraint> rows;
    private final int n;
    private final int m;
    private final double[][] a;
    private final double[] low;
    private final double[] high;
    /** Of variables, then of slacks. */
    private final double[] x;
    /** -1 on the low end, 0 between, 1 on the high end, 2 basic. */
    private final int[] state;

    private final int[] basis;
    private final double[][] inverse;

    /**
     * From a point near which the vertex is sought.
     *
     * @param start one per variable; what lies beyond a bound is put on it
     */
    FeasibleVertex(double[] lower, double[] upper, List<LinearConstraint> rows, double[] start) {
        this.rows = rows;
        this.n = lower.length;
        this.m = rows.size();
        this.a = new double[m][];
        this.low = Arrays.copyOf(lower, n + m);
        this.high = Arrays.copyOf(upper, n + m);
        this.x = Arrays.copyOf(start, n + m);
        this.state = new int[n + m];
        this.basis = new int[m];
        this.inverse = new double[m][m];
        for (int i = 0; i < n; i++) {
            x[i] = Math.clamp(x[i], lower[i], upper[i]);
            state[i] = x[i] == lower[i] ? -1 : x[i] == upper[i] ? 1 : 0;
        }
        for (int q = 0; q < m; q++) {
            double[] row = rows.get(q).coefficients();
            double size = DenseVector.largestMagnitude(row, n);
            a[q] = new double[n];
            DenseVector.addScaled(1 / size, row, a[q], n);
            low[n + q] = rows.get(q).low() / size;
            high[n + q] = rows.get(q).high() / size;
            basis[q] = n + q;
            state[n + q] = BASIC;
            inverse[q][q] = -1;
        }
        setSlacks();
    }

    private void setSlacks() {
        for (int q = 0; q < m; q++) {
            if (state[n + q] == BASIC) {
                x[n + q] = DenseVector.dot(a[q], x, n);
            }
        }
    }

    /** Meets the rows, or refuses them by name. */
    FeasibleVertex feasible() {
        int most = 50 * (m + 10) + n;
        for (int step = 0; step < most; step++) {
            double[] cost = new double[m];
            boolean met = true;
            for (int q = 0; q < m; q++) {
                cost[q] = missed(basis[q]);
                met &= cost[q] == 0;
            }
            if (met) {
                return this;
            }
            double[] y = multipliers(cost);
            if (!improve(new double[n], y, step > most / 2)) {
                throw new InfeasibleException(clashing(y));
            }
        }
        throw new NumericalFailureException("simplex method: no admissible weights after " + most + " steps");
    }

    /** Goes on to the least c'x. */
    FeasibleVertex least(double[] c) {
        double size = DenseVector.largestMagnitude(c, n);
        double[] scaled = new double[n];
        DenseVector.addScaled(size > 0 ? 1 / size : 0, c, scaled, n);
        int most = 50 * (m + 10) + n;
        for (int step = 0; step < most; step++) {
            double[] cost = new double[m];
            for (int q = 0; q < m; q++) {
                cost[q] = basis[q] < n ? scaled[basis[q]] : 0;
            }
            if (!improve(scaled, multipliers(cost), step > most / 2)) {
                return this;
            }
        }
        throw new NumericalFailureException("simplex method: no optimum after " + most + " steps");
    }

    /** -1 below the low end, 1 above the high one. */
    private double missed(int j) {
        double slight = FEASIBLE * (1 + Math.abs(x[j]));
        return x[j] < low[j] - slight ? -1 : x[j] > high[j] + slight ? 1 : 0;
    }

    /** y = cost' B^-1. */
    private double[] multipliers(double[] cost) {
        double[] y = new double[m];
        for (int q = 0; q < m; q++) {
            DenseVector.addScaled(cost[q], inverse[q], y, m);
        }
        return y;
    }

    /** Moves the most promising variable as far as it may go; false when none promises anything. */
    private boolean improve(double[] cost, double[] y, boolean first) {
        double[] slope = Arrays.copyOf(cost, n + m);
        for (int q = 0; q < m; q++) {
            DenseVector.addScaled(-y[q], a[q], slope, n);
            slope[n + q] = y[q];
        }
        int entering = -1;
        double steepest = IMPROVES;
        for (int j = 0; j < n + m; j++) {
            boolean may = high[j] > low[j] && state[j] != BASIC && (slope[j] < 0 ? state[j] <= 0 : state[j] >= 0);
            if (may && Math.abs(slope[j]) > steepest) {
                entering = j;
                steepest = Math.abs(slope[j]);
                if (first) {
                    break; // Bland's rule, which does not cycle
                }
            }
        }
        if (entering >= 0) {
            move(entering, slope[entering] < 0 ? 1 : -1);
        }
        return entering >= 0;
    }

    private void move(int entering, int direction) {
        double[] change = new double[m];
        for (int q = 0; q < m; q++) {
            for (int r = 0; r < m; r++) {
                double own = entering < n ? a[r][entering] : entering == n + r ? -1 : 0;
                change[q] -= direction * inverse[q][r] * own;
            }
        }
        double step = direction > 0 ? high[entering] - x[entering] : x[entering] - low[entering];
        int leaving = -1;
        double end = 0;
        for (int q = 0; q < m; q++) {
            if (Math.abs(change[q]) > PIVOT) {
                double at = blockedAt(basis[q], change[q]);
                double room = Math.max(0, (at - x[basis[q]]) / change[q]);
                boolean tie = leaving >= 0 && room == step && Math.abs(change[q]) > Math.abs(change[leaving]);
                if (room < step || tie) {
                    step = room;
                    leaving = q;
                    end = at;
                }
            }
        }
        if (Double.isInfinite(step)) {
            throw new NumericalFailureException("simplex method: an unbounded direction");
        }
        for (int q = 0; q < m; q++) {
            x[basis[q]] += step * change[q];
        }
        x[entering] += direction * step;
        if (leaving < 0) {
            state[entering] = direction;
            x[entering] = direction > 0 ? high[entering] : low[entering];
        } else {
            exchange(leaving, end, entering, -direction * change[leaving], change, direction);
        }
    }

    /** Where a basic variable that changes in this direction must stop: at the end it comes to next, infinity for none. */
    private double blockedAt(int j, double change) {
        double miss = missed(j);
        if (change > 0) {
            return miss < 0 ? low[j] : miss > 0 ? Double.POSITIVE_INFINITY : high[j];
        }
        return miss > 0 ? high[j] : miss < 0 ? Double.NEGATIVE_INFINITY : low[j];
    }

    private void exchange(int leaving, double end, int entering, double pivot, double[] change, int direction) {
        int out = basis[leaving];
        state[out] = end == high[out] && end != low[out] ? 1 : -1;
        x[out] = end;
        state[entering] = BASIC;
        basis[leaving] = entering;
        for (int r = 0; r < m; r++) {
            inverse[leaving][r] /= pivot;
        }
        for (int q = 0; q < m; q++) {
            if (q != leaving) {
                DenseVector.addScaled(direction * change[q], inverse[leaving], inverse[q], m);
            }
        }
    }

    /** By Farkas: the rows in this combination, whose left side the bounds keep away from its right side. */
    private List<String> clashing(double[] y) {
        List<String> words = new ArrayList<>();
        double[] combined = new double[n];
        for (int q = 0; q < m; q++) {
            if (Math.abs(y[q]) > IMPROVES) {
                words.add(rows.get(q).words(y[q] > 0));
                DenseVector.addScaled(y[q], a[q], combined, n);
            }
        }
        for (int i = 0; i < n; i++) {
            if (Math.abs(combined[i]) > IMPROVES) {
                words.add("weight of asset " + i + (combined[i] > 0 ? " <= " + high[i] : " >= " + low[i]));
            }
        }
        return words;
    }

    /** The point. */
    double[] point() {
        return Arrays.copyOf(x, n);
    }

    /** -1 on the lower bound, 0 free, 1 on the upper. */
    int variable(int i) {
        return state[i] == BASIC ? 0 : state[i];
    }

    /** -1 binds at its low end, 0 slack or dependent on those that bind, 1 binds at the high end. */
    int row(int q) {
        return state[n + q] == BASIC ? 0 : state[n + q];
    }
}
