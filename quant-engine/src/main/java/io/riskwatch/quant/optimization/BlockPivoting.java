package io.riskwatch.quant.optimization;

import io.riskwatch.quant.kernel.DenseVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Minimises 1/2 x'Sx - c'x over bounds and rows by guessing which of them bind and correcting the whole guess at once: a primal-dual
 * active set. Each round solves the optimality equations of the guess; free variables beyond a bound are put on it, bound ones
 * whose multiplier has the wrong sign are freed, rows alike. When nothing is wrong, the point satisfies the optimality conditions.
 *
 * <p>Few variables are free at first and few are freed in a round, so that a solution of few assets never factors a large
 * matrix. Where the number of wrong guesses stops falling, {@link PrimalActiveSet} goes on from the last point. S may be singular:
 * the equations carry a slight ridge around the last point, which is moved until the ridge's pull has vanished (the proximal
 * point method).
 *
 * <p>Solving again with another c or other ends of a row starts from the last guess. Cost per round k^3 / 6 + n k for k free
 * variables.
 *
 * <p>Sources: J. Judice and F. Pires, "A block principal pivoting algorithm for large-scale strictly monotone linear
 * complementarity problems" (1994); K. Kunisch and F. Rendl, "An infeasible active set method for quadratic problems with
 * simple bounds" (2003).
 */
final class BlockPivoting {
    private static final int MOST_ROUNDS = 60;

    /** By this round most problems are solved. */
    private static final int SUSPICIOUS = 6;

    private static final int PATIENCE = 5;
    private static final double RIDGE = 1e-10;

    private static final double ON_BOUND = 1e-12;

    private final double[][] s;
    private final int n;
    private final List<LinearConstraint> rows;
    private final double largest;
    private final double ridge;
    private final PivotGuess guess;
    private final double[] multipliers;
    private final double[] x;
    private boolean started;
    private double[] center;
    private double[] linear;
    private double[] gradient;
    private double scale;

    /**
     * The problem, to be solved for one c after another.
     *
     * @param lower finite, as are the upper bounds
     */
    BlockPivoting(double[][] s, double[] lower, double[] upper, List<LinearConstraint> rows) {
        this.s = s;
        this.n = s.length;
        this.rows = new ArrayList<>(rows);
        double most = 0;
        for (int i = 0; i < n; i++) {
            most = Math.max(most, s[i][i]);
        }
        this.largest = most;
        this.ridge = most * RIDGE;
        this.guess = new PivotGuess(lower, upper, this.rows);
        this.multipliers = new double[rows.size()];
        this.x = new double[n];
        this.center = x;
        this.linear = x;
        this.gradient = x;
    }

    /** Another last row, e.g. the next target return of a frontier. */
    void replaceLast(LinearConstraint other) {
        rows.set(rows.size() - 1, other);
    }

    /** The minimiser, within 1e-12 of every bound and row; empty when rounding forbids it. Refuses rows that clash. */
    Optional<double[]> minimise(double[] c) {
        begin(c);
        Optional<double[]> found = pivot().or(() -> bySteps(c));
        started = found.isPresent();
        return found;
    }

    private Optional<double[]> bySteps(double[] c) {
        PrimalActiveSet steps = new PrimalActiveSet(s, c, ridge, scale, guess, vertex());
        Optional<double[]> found = steps.minimise();
        found.ifPresent(weights -> {
            System.arraycopy(weights, 0, x, 0, n);
            System.arraycopy(steps.multipliers(), 0, multipliers, 0, multipliers.length);
        });
        return found;
    }

    private FeasibleVertex vertex() {
        return new FeasibleVertex(guess.lower, guess.upper, rows, x).feasible();
    }

    private Optional<double[]> pivot() {
        Optional<FreeSystem> system = Optional.empty();
        int fewest = Integer.MAX_VALUE;
        int patience = PATIENCE;
        for (int round = 0; round < MOST_ROUNDS && patience > 0; round++) {
            if (round == SUSPICIOUS) {
                vertex(); // refuses rows that clash
            }
            int[] free = guess.free();
            int[] held = guess.held();
            if (system.isEmpty()) {
                FreeSystem next = FreeSystem.of(s, ridge, free, coefficients(held));
                if (!next.solvable()) {
                    if (next.dependentRow() < 0 || !guess.loosen(held[next.dependentRow()], gradient)) {
                        return Optional.empty();
                    }
                    continue;
                }
                system = Optional.of(next);
            }
            move(system.get(), free, held);
            List<Integer> wrong = wrong(held);
            if (wrong.isEmpty()) {
                if (ridge * distance(x, center) <= 1e-13 * scale) {
                    return guess.meetsImplied(x) ? Optional.of(onBounds()) : Optional.empty();
                }
                center = x.clone();
                gradientAnew(); // what many rounds have added up
                continue;
            }
            system = Optional.empty();
            patience = wrong.size() < fewest ? PATIENCE : patience - 1;
            fewest = Math.min(fewest, wrong.size());
            guess.exchange(chosen(wrong, free.length, held), x);
        }
        return Optional.empty();
    }

    /** What each row's end costs at the last minimiser, greater than 0 on a low end: with it anyone can verify the answer. */
    double[] multipliers() {
        return multipliers.clone();
    }

    private void begin(double[] c) {
        linear = c;
        scale = Math.max(largest, DenseVector.largestMagnitude(c, n));
        if (!started) {
            double[] cost = new double[n];
            for (int i = 0; i < n; i++) {
                cost[i] = 0.05 * s[i][i] - c[i];
            }
            guess.start(cost);
            started = true;
        }
        center = x.clone();
        gradientAnew();
    }

    private void gradientAnew() {
        gradient = new double[n];
        for (int i = 0; i < n; i++) {
            addColumn(i, x[i]);
        }
        DenseVector.addScaled(-1, linear, gradient, n);
    }

    private void addColumn(int variable, double amount) {
        if (amount != 0) {
            DenseVector.addScaled(amount, s[variable], gradient, n);
        }
    }

    private double[][] coefficients(int[] held) {
        return Arrays.stream(held).mapToObj(q -> rows.get(q).coefficients()).toArray(double[][]::new);
    }

    /** Solves the equations of the guess, once more for what rounding left, and brings x, multipliers and gradient there. */
    private void move(FreeSystem system, int[] free, int[] held) {
        for (int i = 0; i < n; i++) {
            if (guess.state[i] != 0) {
                double bound = guess.bound(i);
                addColumn(i, bound - x[i]);
                x[i] = bound;
            }
        }
        Arrays.fill(multipliers, 0);
        double[] step = new double[free.length];
        double[] nu = new double[held.length];
        for (int pass = 0; pass < 2; pass++) {
            double[] right = new double[free.length];
            for (int a = 0; a < free.length; a++) {
                right[a] = -reducedGradient(free[a], held);
            }
            double[] gap = new double[held.length];
            for (int q = 0; q < held.length; q++) {
                gap[q] = guess.end(held[q]) - rows.get(held[q]).at(x);
            }
            if (pass > 0
                    && DenseVector.largestMagnitude(right, right.length) <= 1e-14 * scale
                    && DenseVector.largestMagnitude(gap, gap.length) <= 1e-15) {
                return;
            }
            system.solve(right, gap, step, nu);
            for (int a = 0; a < free.length; a++) {
                x[free[a]] += step[a];
                addColumn(free[a], step[a]);
            }
            for (int q = 0; q < held.length; q++) {
                multipliers[held[q]] += nu[q];
            }
        }
    }

    /** Of the objective with its ridge, less what the binding rows pull. */
    private double reducedGradient(int i, int[] held) {
        double g = gradient[i] + ridge * (x[i] - center[i]);
        for (int q : held) {
            g -= multipliers[q] * rows.get(q).coefficients()[i];
        }
        return g;
    }

    /** Variables and, counted on from n, rows whose guess is refuted. */
    private List<Integer> wrong(int[] held) {
        List<Integer> wrong = new ArrayList<>();
        double slight = 1e-12 * scale;
        for (int i = 0; i < n; i++) {
            boolean refuted = guess.state[i] == 0
                    ? x[i] < guess.lower[i] - ON_BOUND || x[i] > guess.upper[i] + ON_BOUND
                    : guess.upper[i] > guess.lower[i] && guess.state[i] * reducedGradient(i, held) > slight;
            if (refuted) {
                wrong.add(i);
            }
        }
        for (int q = 0; q < rows.size(); q++) {
            LinearConstraint row = rows.get(q);
            double value = row.at(x);
            boolean refuted = guess.rowState[q] == 0
                    ? value < row.low() - ON_BOUND || value > row.high() + ON_BOUND
                    : guess.rowState[q] * multipliers[q] > slight;
            if (refuted && !row.isEquation()) {
                wrong.add(n + q);
            }
        }
        return wrong;
    }

    /** All that leave, and of those to be freed the most promising. */
    private List<Integer> chosen(List<Integer> wrong, int free, int[] held) {
        List<Integer> chosen = new ArrayList<>();
        List<Integer> entering = new ArrayList<>();
        for (int j : wrong) {
            (j < n && guess.state[j] != 0 ? entering : chosen).add(j);
        }
        int most = guess.mostFreed(free);
        if (entering.size() <= most) {
            chosen.addAll(entering);
            return chosen;
        }
        double[] cost = new double[n];
        for (int j : entering) {
            cost[j] = -Math.abs(reducedGradient(j, held)) / Math.sqrt(s[j][j] + ridge);
        }
        int[] order = PivotGuess.cheapestFirst(
                entering.stream().mapToInt(Integer::intValue).toArray(), cost);
        Arrays.stream(order).limit(most).forEach(chosen::add);
        return chosen;
    }

    private double[] onBounds() {
        double[] clamped = new double[n];
        for (int i = 0; i < n; i++) {
            clamped[i] = Math.clamp(x[i], guess.lower[i], guess.upper[i]);
        }
        return clamped;
    }

    static double distance(double[] a, double[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }
}
