package io.riskwatch.quant.optimization;

import io.riskwatch.quant.NumericalFailureException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The best portfolio of at most k assets, by branch and bound: each asset in turn is held or left out, and a branch ends
 * where even without the limit it cannot beat the best portfolio found. Exact; exponential in the worst case.
 *
 * <p>Source: D. Bienstock, "Computational study of a family of mixed-integer quadratic programming problems" (1996).
 */
final class CardinalitySearch {
    private static final int MOST_ASSETS = 40;
    private static final int MOST_PROGRAMS = 100_000;

    private enum Choice {
        OPEN,
        HELD,
        OUT
    }

    private final double[][] quadratic;
    private final double[] linear;
    private final List<LinearConstraint> rules;
    private final int assets;
    private final int most;
    private final Set<String> clashing = new LinkedHashSet<>();
    private Optional<double[]> best = Optional.empty();
    private double bestValue = Double.POSITIVE_INFINITY;
    private int programs;

    CardinalitySearch(
            double[][] quadratic, double[] linear, List<LinearConstraint> rules, PortfolioConstraints constraints) {
        this.quadratic = quadratic;
        this.linear = linear;
        this.rules = rules;
        this.assets = constraints.assets();
        this.most = constraints.mostHeld();
        if (assets > MOST_ASSETS) {
            throw new IllegalArgumentException("a limit on the number of assets held is solved exactly for at most "
                    + MOST_ASSETS + " assets, had " + assets);
        }
        clashing.add("at most " + most + " assets held");
    }

    double[] run() {
        Choice[] choices = new Choice[assets];
        Arrays.fill(choices, Choice.OPEN);
        visit(choices, 0, QuadraticProgram.minimise(quadratic, linear, rules));
        return best.orElseThrow(() -> new InfeasibleException(List.copyOf(clashing)));
    }

    /** Searches below these choices, of which {@code relaxed} is the best without the limit. */
    private void visit(Choice[] choices, int held, double[] relaxed) {
        if (held == most || used(relaxed).size() <= most) {
            boolean decided = held == most;
            List<Integer> used = used(relaxed);
            Choice[] leaf = choices.clone();
            for (int i = 0; i < assets; i++) {
                boolean keep = decided ? choices[i] == Choice.HELD : used.contains(i);
                leaf[i] = keep ? Choice.HELD : Choice.OUT;
            }
            solve(leaf).ifPresent(this::offer);
            return;
        }
        int branch = -1;
        for (int i : used(relaxed)) {
            if (choices[i] == Choice.OPEN && (branch < 0 || Math.abs(relaxed[i]) > Math.abs(relaxed[branch]))) {
                branch = i;
            }
        }
        Choice[] with = choices.clone();
        with[branch] = Choice.HELD;
        visit(with, held + 1, relaxed);
        Choice[] without = choices.clone();
        without[branch] = Choice.OUT;
        solve(without)
                .filter(solution -> value(solution) < bestValue)
                .ifPresent(solution -> visit(without, held, solution));
    }

    private List<Integer> used(double[] solution) {
        double largest = 0;
        for (int i = 0; i < assets; i++) {
            largest = Math.max(largest, Math.abs(solution[i]));
        }
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < assets; i++) {
            if (Math.abs(solution[i]) > 1e-10 * largest) {
                used.add(i);
            }
        }
        return used;
    }

    private void offer(double[] solution) {
        double value = value(solution);
        if (value < bestValue) {
            bestValue = value;
            best = Optional.of(solution);
        }
    }

    private double value(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * (0.5 * ActiveSet.dot(quadratic[i], x) - linear[i]);
        }
        return sum;
    }

    /** The best without the assets that are out; empty when nothing satisfies the rules then. */
    private Optional<double[]> solve(Choice[] choices) {
        if (++programs > MOST_PROGRAMS) {
            throw new NumericalFailureException("at most " + most + " of " + assets + " assets: branch and bound did"
                    + " not finish within " + MOST_PROGRAMS + " quadratic programs");
        }
        List<LinearConstraint> all = new ArrayList<>();
        for (int i = 0; i < assets; i++) {
            if (choices[i] == Choice.OUT) {
                double[] unit = new double[linear.length];
                unit[i] = 1;
                all.add(LinearConstraint.definition(unit, 0, 0));
            }
        }
        all.addAll(rules);
        try {
            double[] solution = QuadraticProgram.minimise(quadratic, linear, all);
            for (int i = 0; i < assets; i++) {
                solution[i] = choices[i] == Choice.OUT ? 0 : solution[i];
            }
            return Optional.of(solution);
        } catch (InfeasibleException e) {
            clashing.addAll(e.clashing());
            return Optional.empty();
        }
    }
}
