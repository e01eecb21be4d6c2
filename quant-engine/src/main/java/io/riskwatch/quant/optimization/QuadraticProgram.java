package io.riskwatch.quant.optimization;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.NumericalFailureException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Minimises 1/2 w'Sw - c'w under linear constraints, exactly up to rounding, by the dual active-set method.
 *
 * <p>It starts at the unconstrained minimum and adds violated constraints one by one, so that it needs no feasible start; a
 * constraint that cannot be added proves infeasibility and names those that exclude it. The answer is certified by its
 * optimality conditions. Cost about O(n^2) per change of the active set.
 *
 * <p>Source: D. Goldfarb and A. Idnani, "A numerically stable dual method for solving strictly convex quadratic programs",
 * Mathematical Programming 27 (1983).
 */
final class QuadraticProgram {
    private static final double FEASIBLE = 1e-11;

    /** One side of a constraint, n'w >= bound; never compared, never handed out. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Side(int number, int constraint, double[] normal, double bound, boolean equation, String words) {

        /** The only variable it speaks of; -1 when there are several. */
        private int only() {
            int found = -1;
            for (int i = 0; i < normal.length; i++) {
                if (normal[i] != 0) {
                    if (found >= 0) {
                        return -1;
                    }
                    found = i;
                }
            }
            return found;
        }
    }

    private final int n;
    private final double[][] quadratic;
    private final double[] linear;
    private final Cholesky cholesky;
    private final List<Side> sides = new ArrayList<>();
    private final ActiveSet active = new ActiveSet();
    private final List<Side> activeSides = new ArrayList<>();
    private final BitSet activeNumbers = new BitSet();
    private final List<Double> multipliers = new ArrayList<>();
    private final int[] only;
    private double[] x;

    private QuadraticProgram(double[][] quadratic, double[] linear, List<LinearConstraint> constraints) {
        this.n = linear.length;
        double scale = 0;
        for (int i = 0; i < n; i++) {
            scale += quadratic[i][i] / n;
        }
        if (!(scale > 0)) {
            throw new IllegalArgumentException("covariance must not be zero");
        }
        this.quadratic = new double[n][n];
        this.linear = new double[n];
        for (int i = 0; i < n; i++) {
            this.linear[i] = linear[i] / scale;
            for (int j = 0; j < n; j++) {
                this.quadratic[i][j] = quadratic[i][j] / scale;
            }
        }
        this.cholesky = Cholesky.of(this.quadratic);
        for (int k = 0; k < constraints.size(); k++) {
            addSides(k, constraints.get(k));
        }
        this.only = sides.stream().mapToInt(Side::only).toArray();
        this.x = cholesky.solve(this.linear);
    }

    /**
     * The minimiser.
     *
     * @param quadratic S, symmetric positive semi-definite
     * @param linear c
     */
    static double[] minimise(double[][] quadratic, double[] linear, List<LinearConstraint> constraints) {
        Arguments.symmetric("covariance", quadratic);
        Arguments.series("linear term", linear, 1);
        Arguments.sameLength("covariance", quadratic.length, "linear term", linear.length);
        QuadraticProgram program = new QuadraticProgram(quadratic, linear, constraints);
        program.solve();
        return program.x;
    }

    private void addSides(int index, LinearConstraint constraint) {
        double norm = Math.sqrt(ActiveSet.dot(constraint.coefficients(), constraint.coefficients()));
        if (constraint.isEquation()) {
            sides.add(side(index, constraint, 1 / norm, constraint.low(), true, " = "));
            return;
        }
        if (constraint.low() > Double.NEGATIVE_INFINITY) {
            sides.add(side(index, constraint, 1 / norm, constraint.low(), false, " >= "));
        }
        if (constraint.high() < Double.POSITIVE_INFINITY) {
            sides.add(side(index, constraint, -1 / norm, constraint.high(), false, " <= "));
        }
    }

    private Side side(
            int index, LinearConstraint constraint, double factor, double bound, boolean equation, String relation) {
        double[] normal = constraint.coefficients().clone();
        for (int i = 0; i < normal.length; i++) {
            normal[i] *= factor;
        }
        String words = constraint.name().isEmpty() ? "" : constraint.name() + relation + bound;
        return new Side(sides.size(), index, normal, bound * factor, equation, words);
    }

    private void solve() {
        int most = 50 * (n + sides.size()) + 1000;
        for (int round = 0; round < most; round++) {
            Side violated = mostViolated();
            if (violated.normal.length == 0) {
                polish();
                certify();
                return;
            }
            enter(violated);
        }
        throw new NumericalFailureException(
                "quadratic program: no optimum after " + most + " changes of the active set");
    }

    /** The violated equation or inequality of greatest violation, equations first; an empty side when there is none. */
    private Side mostViolated() {
        Side worst = new Side(-1, -1, new double[0], 0, false, "");
        double violation = FEASIBLE;
        for (Side side : sides) {
            if (activeNumbers.get(side.number)) {
                continue;
            }
            double slack = slack(side);
            if (side.equation) {
                return slack > 0 ? reversed(side) : side;
            }
            if (-slack > violation * (1 + Math.abs(side.bound))) {
                violation = -slack / (1 + Math.abs(side.bound));
                worst = side;
            }
        }
        return worst;
    }

    private double slack(Side side) {
        int variable = only[side.number];
        double value = variable < 0 ? ActiveSet.dot(side.normal, x) : side.normal[variable] * x[variable];
        return value - side.bound;
    }

    private static Side reversed(Side side) {
        double[] normal = side.normal.clone();
        for (int i = 0; i < normal.length; i++) {
            normal[i] = -normal[i];
        }
        return new Side(side.number, side.constraint, normal, -side.bound, true, side.words);
    }

    private void enter(Side entering) {
        double[] column = cholesky.forward(entering.normal);
        double size = ActiveSet.dot(column, column);
        double multiplier = 0;
        while (true) {
            double[] coordinates = new double[active.size()];
            double[] rest = active.orthogonalised(column, coordinates);
            double[] r = active.back(coordinates);
            double room = ActiveSet.dot(rest, rest);
            boolean dependent = room <= 1e-20 * size;
            int blocking = blocking(r);
            double dual = blocking < 0 ? Double.POSITIVE_INFINITY : multipliers.get(blocking) / r[blocking];
            double slack = ActiveSet.dot(entering.normal, x) - entering.bound;
            double primal = dependent ? Double.POSITIVE_INFINITY : Math.max(0, -slack / room);
            double step = Math.min(dual, primal);
            if (dependent && slack > -FEASIBLE * (1 + Math.abs(entering.bound))) {
                if (entering.equation) {
                    sides.removeIf(s -> s.constraint == entering.constraint); // follows from the active equations
                }
                return;
            }
            if (step == Double.POSITIVE_INFINITY) {
                throw infeasible(entering, r);
            }
            for (int k = 0; k < r.length; k++) {
                multipliers.set(k, multipliers.get(k) - step * r[k]);
            }
            multiplier += step;
            if (!dependent) {
                double[] direction = cholesky.backward(rest);
                for (int i = 0; i < n; i++) {
                    x[i] += step * direction[i];
                }
                if (primal <= dual) {
                    active.add(column);
                    activeSides.add(entering);
                    activeNumbers.set(entering.number);
                    multipliers.add(multiplier);
                    return;
                }
            }
            active.remove(blocking);
            activeNumbers.clear(activeSides.remove(blocking).number);
            multipliers.remove(blocking);
        }
    }

    /** The active inequality whose multiplier would first fall to zero; -1 for none. */
    private int blocking(double[] r) {
        int blocking = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < r.length; k++) {
            if (!activeSides.get(k).equation && r[k] > 1e-14) {
                double ratio = multipliers.get(k) / r[k];
                if (ratio < least) {
                    least = ratio;
                    blocking = k;
                }
            }
        }
        return blocking;
    }

    /** By Farkas: the entering normal is a combination of active ones that together forbid it. */
    private InfeasibleException infeasible(Side entering, double[] r) {
        List<String> clashing = new ArrayList<>();
        clashing.add(entering.words);
        for (int k = 0; k < r.length; k++) {
            if (Math.abs(r[k]) > 1e-9) {
                clashing.add(activeSides.get(k).words);
            }
        }
        clashing.removeIf(String::isEmpty);
        return new InfeasibleException(clashing);
    }

    /** Solves the optimality equations of the final active set once more from scratch. */
    private void polish() {
        int q = active.size();
        double[] free = cholesky.forward(linear);
        double[] gap = new double[q];
        for (int k = 0; k < q; k++) {
            gap[k] = activeSides.get(k).bound - ActiveSet.dot(active.column(k), free);
        }
        double[] u = active.back(active.forward(gap));
        for (int k = 0; k < q; k++) {
            double[] column = active.column(k);
            multipliers.set(k, u[k]);
            for (int i = 0; i < n; i++) {
                free[i] += u[k] * column[i];
            }
        }
        x = cholesky.backward(free);
        approachBounds();
        approachBounds();
    }

    /** Moves along the active normals by what rounding left of the distance to their bounds. */
    private void approachBounds() {
        int q = active.size();
        double[] gap = new double[q];
        for (int k = 0; k < q; k++) {
            gap[k] = activeSides.get(k).bound - ActiveSet.dot(activeSides.get(k).normal, x);
        }
        double[] u = active.back(active.forward(gap));
        double[] move = new double[n];
        for (int k = 0; k < q; k++) {
            multipliers.set(k, multipliers.get(k) + u[k]);
            for (int i = 0; i < n; i++) {
                move[i] += u[k] * active.column(k)[i];
            }
        }
        double[] change = cholesky.backward(move);
        for (int i = 0; i < n; i++) {
            x[i] += change[i];
        }
    }

    /** Stationarity, feasibility and the multipliers' signs, to 1e-7 of the problem's scale. */
    private void certify() {
        double gradientScale = 0;
        double residual = 0;
        for (int i = 0; i < n; i++) {
            double product = ActiveSet.dot(quadratic[i], x);
            double pull = 0;
            for (int k = 0; k < activeSides.size(); k++) {
                pull += multipliers.get(k) * activeSides.get(k).normal[i];
            }
            gradientScale = Math.max(gradientScale, Math.abs(product) + Math.abs(linear[i]) + Math.abs(pull));
            residual = Math.max(residual, Math.abs(product - linear[i] - pull));
        }
        double negative = 0;
        for (int k = 0; k < activeSides.size(); k++) {
            negative = Math.max(negative, activeSides.get(k).equation ? 0 : -multipliers.get(k));
        }
        double violation = 0;
        for (Side side : sides) {
            double slack = ActiveSet.dot(side.normal, x) - side.bound;
            violation = Math.max(violation, (side.equation ? Math.abs(slack) : -slack) / (1 + Math.abs(side.bound)));
        }
        double allowed = Math.max(1e-9, 1e-7 * gradientScale); // the mean variance is scaled to 1
        if (residual > allowed || negative > allowed || violation > 1e-8) {
            throw new NumericalFailureException("quadratic program: optimality conditions are missed by " + residual
                    + " (stationarity), " + negative + " (multipliers), " + violation + " (feasibility)");
        }
    }
}
