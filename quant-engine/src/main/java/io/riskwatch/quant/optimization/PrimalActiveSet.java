package io.riskwatch.quant.optimization;

import io.riskwatch.quant.kernel.DenseVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Minimises 1/2 x'Sx - c'x over bounds and rows by steps through admissible points, none of which raises the objective: towards
 * the minimum over the variables between their bounds, as far as the next bound or row lets it; at that minimum, what a
 * multiplier of the wrong sign holds is let go. Slower than {@link BlockPivoting} where many bounds change, but it
 * arrives at corners which many rules share, where the other method goes round in circles.
 *
 * <p>Starts at {@link FeasibleVertex}, which refuses clashing rows. S may be singular: every step's equations carry a
 * slight ridge around the last minimum, and the work is done when that has stopped moving. Cost per step k^3 / 6 + n k for k
 * free variables.
 *
 * <p>Source: J. Nocedal and S. Wright, "Numerical Optimization" (2006), section 16.5.
 */
final class PrimalActiveSet {
    private static final double ZERO = 1e-12;

    private final double[][] s;
    private final double[] c;
    private final PivotGuess at;
    private final List<LinearConstraint> rows;
    private final double ridge;
    private final double scale;
    private final int n;
    private final double[] x;
    private final double[] multipliers;
    private double[] center;
    private double[] gradient = new double[0];
    /** Just let go; if it would leave on the wrong side at once, it is held again and then they go one by one. */
    private final List<Integer> loosened = new ArrayList<>();

    private boolean oneByOne;

    /**
     * The problem at a first point.
     *
     * @param at receives which bounds and rows bind
     * @param ridge greater than 0, makes S definite
     * @param scale the largest entry of S and c
     */
    PrimalActiveSet(double[][] s, double[] c, double ridge, double scale, PivotGuess at, FeasibleVertex start) {
        this.s = s;
        this.c = c;
        this.at = at;
        this.rows = at.rows;
        this.ridge = ridge;
        this.scale = scale;
        this.n = c.length;
        this.x = start.point();
        this.center = x.clone();
        this.multipliers = new double[rows.size()];
        for (int i = 0; i < n; i++) {
            at.state[i] = start.variable(i);
        }
        for (int q = 0; q < rows.size(); q++) {
            at.rowState[q] = start.row(q);
        }
    }

    /** The minimiser; empty when the rows held are all but dependent in the metric of S, as among many copies of the same assets. */
    Optional<double[]> minimise() {
        gradientAnew();
        int most = 4 * (n + rows.size()) + 100;
        for (int step = 0; step < most; step++) {
            int[] free = at.free();
            int[] held = held();
            FreeSystem system = FreeSystem.of(
                    s,
                    ridge,
                    free,
                    Arrays.stream(held)
                            .mapToObj(q -> rows.get(q).coefficients())
                            .toArray(double[][]::new));
            if (!system.solvable()) {
                if (system.dependentRow() < 0) {
                    return Optional.empty();
                }
                at.rowState[held[system.dependentRow()]] = 0; // met as long as the others are
                continue;
            }
            double[] direction = direction(system, free, held);
            if (heldAgain(free, direction)) {
                oneByOne = true;
                continue;
            }
            loosened.clear();
            if (advance(free, direction) || loosenWrong(held)) {
                continue;
            }
            if (ridge * BlockPivoting.distance(x, center) <= 1e-13 * scale) {
                return Optional.of(x.clone());
            }
            center = x.clone();
            gradientAnew();
            oneByOne = false;
        }
        return Optional.empty();
    }

    /** Of the rows, at the minimum. */
    double[] multipliers() {
        return multipliers.clone();
    }

    private int[] held() {
        return IntStream.range(0, rows.size()).filter(q -> at.rowState[q] != 0).toArray();
    }

    private void gradientAnew() {
        gradient = new double[n];
        for (int i = 0; i < n; i++) {
            if (x[i] != 0) {
                DenseVector.addScaled(x[i], s[i], gradient, n);
            }
        }
        DenseVector.addScaled(-1, c, gradient, n);
    }

    /** To the minimum over the free variables on the rows held, whose multipliers it finds. */
    private double[] direction(FreeSystem system, int[] free, int[] held) {
        double[] right = new double[free.length];
        for (int a = 0; a < free.length; a++) {
            right[a] = -gradient[free[a]] - ridge * (x[free[a]] - center[free[a]]);
        }
        double[] gap = new double[held.length];
        for (int q = 0; q < held.length; q++) {
            gap[q] = at.end(held[q]) - DenseVector.dot(rows.get(held[q]).coefficients(), x, n);
        }
        double[] direction = new double[free.length];
        double[] nu = new double[held.length];
        system.solve(right, gap, direction, nu);
        Arrays.fill(multipliers, 0);
        for (int q = 0; q < held.length; q++) {
            multipliers[held[q]] = nu[q];
        }
        return direction;
    }

    /** Of several that were let go together, those that would leave on the wrong side go back. */
    private boolean heldAgain(int[] free, double[] direction) {
        boolean again = false;
        if (loosened.size() > 1) {
            for (int a = 0; a < free.length; a++) {
                int i = free[a];
                boolean outward = x[i] == at.lower[i] ? direction[a] < 0 : x[i] == at.upper[i] && direction[a] > 0;
                if (outward && loosened.contains(i)) {
                    at.state[i] = x[i] == at.lower[i] ? -1 : 1;
                    again = true;
                }
            }
        }
        return again;
    }

    /** As far as bounds and rows allow; true when one of them stopped the way, or there was still some way to go. */
    private boolean advance(int[] free, double[] direction) {
        double[] full = new double[n];
        double length = 1;
        int blocking = -1;
        int side = 0;
        for (int a = 0; a < free.length; a++) {
            int i = free[a];
            full[i] = direction[a];
            double end = direction[a] > 0 ? at.upper[i] : at.lower[i];
            double room = Math.abs(direction[a]) <= ZERO ? 1 : Math.max(0, (end - x[i]) / direction[a]);
            if (room < length) {
                length = room;
                blocking = i;
                side = direction[a] > 0 ? 1 : -1;
            }
        }
        double longest = DenseVector.largestMagnitude(direction, direction.length);
        for (int q = 0; q < rows.size(); q++) {
            LinearConstraint row = rows.get(q);
            double change = DenseVector.dot(row.coefficients(), full, n);
            double size = DenseVector.largestMagnitude(row.coefficients(), n);
            if (at.rowState[q] == 0 && Math.abs(change) > ZERO * size * Math.max(1, 100 * longest)) {
                double end = change > 0 ? row.high() : row.low();
                double room = Math.max(0, (end - DenseVector.dot(row.coefficients(), x, n)) / change);
                if (room < length) {
                    length = room;
                    blocking = n + q;
                    side = change > 0 ? 1 : -1;
                }
            }
        }
        double moved = 0;
        for (int i : free) {
            full[i] = Math.clamp(x[i] + length * full[i], at.lower[i], at.upper[i]) - x[i];
            x[i] += full[i];
            moved = Math.max(moved, Math.abs(full[i]));
            if (full[i] != 0) {
                DenseVector.addScaled(full[i], s[i], gradient, n);
            }
        }
        if (blocking >= n) {
            at.rowState[blocking - n] = side;
        } else if (blocking >= 0) {
            at.state[blocking] = side;
            double gap = at.bound(blocking) - x[blocking];
            x[blocking] = at.bound(blocking);
            DenseVector.addScaled(gap, s[blocking], gradient, n);
        }
        return blocking >= 0 || moved > ZERO;
    }

    /** Lets go of the bounds and rows whose multipliers have the wrong sign, the worst or some of the worst; false when none has. */
    private boolean loosenWrong(int[] held) {
        double slight = 1e-13 * scale;
        double[] reduced = gradient.clone();
        for (int q : held) {
            DenseVector.addScaled(-multipliers[q], rows.get(q).coefficients(), reduced, n);
        }
        double[] cost = new double[n];
        List<Integer> wrong = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double pull = reduced[i] + ridge * (x[i] - center[i]);
            if (at.upper[i] > at.lower[i] && at.state[i] * pull > slight) {
                wrong.add(i);
                cost[i] = -Math.abs(pull) / Math.sqrt(s[i][i] + ridge);
            }
        }
        int worst = -1;
        double most = slight;
        for (int q : held) {
            double pull = at.rowState[q]
                    * multipliers[q]
                    * DenseVector.largestMagnitude(rows.get(q).coefficients(), n);
            if (!rows.get(q).isEquation() && pull > most) {
                most = pull;
                worst = q;
            }
        }
        if (worst >= 0) {
            at.rowState[worst] = 0;
            return true;
        }
        int[] order = PivotGuess.cheapestFirst(
                wrong.stream().mapToInt(Integer::intValue).toArray(), cost);
        int several = oneByOne ? 1 : Math.max(4, (n - wrong.size()) / 8);
        for (int k = 0; k < Math.min(several, order.length); k++) {
            at.state[order[k]] = 0;
            loosened.add(order[k]);
        }
        return order.length > 0;
    }
}
