package io.riskwatch.quant.optimization;

import io.riskwatch.quant.stat.SymmetricEigen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Minimises 1/2 w'Sw - c'w under all of a portfolio's constraints: limits on turnover become variables, limits on the
 * number of assets a search.
 *
 * <p>With trade sizes u at least |Mw - m| the quadratic form has no curvature in u, which the dual method needs. Adding
 * rho / 2 (u'u - |Mw - m|^2) gives it some and changes nothing: the term is never negative and vanishes at u = |Mw - m|,
 * so the minimum stays where it was. It is convex as long as rho M'M stays below S.
 */
final class PortfolioProgram {
    private PortfolioProgram() {}

    /**
     * Over weights that sum to 1.
     *
     * @param more rules beside the constraints' own, e.g. a target return
     */
    static double[] minimise(
            double[][] quadratic, double[] linear, List<LinearConstraint> more, PortfolioConstraints constraints) {
        if (hasBoundsAndRulesOnly(constraints)) {
            Optional<double[]> found = pivoting(quadratic, more, constraints).minimise(linear);
            if (found.isPresent()) {
                return found.get();
            }
        }
        List<LinearConstraint> all = new ArrayList<>(constraints.all());
        all.addAll(more);
        return solve(quadratic, linear, all, constraints, false);
    }

    static boolean hasBoundsAndRulesOnly(PortfolioConstraints constraints) {
        return constraints.turnover().isEmpty() && !constraints.limitsHeld();
    }

    /** The method for bounds and rules alone; its rows are the budget, the constraints' rules, and what is more. */
    static BlockPivoting pivoting(double[][] quadratic, List<LinearConstraint> more, PortfolioConstraints constraints) {
        List<LinearConstraint> rows = new ArrayList<>();
        rows.add(constraints.budget());
        rows.addAll(constraints.rules());
        rows.addAll(more);
        return new BlockPivoting(quadratic, constraints.lower(), constraints.upper(), rows);
    }

    /** Over positive multiples of weights, with rules that already are homogeneous. */
    static double[] minimiseHomogeneous(
            double[][] quadratic, List<LinearConstraint> rules, PortfolioConstraints constraints) {
        return solve(quadratic, new double[quadratic.length], rules, constraints, true);
    }

    private static double[] solve(
            double[][] quadratic,
            double[] linear,
            List<LinearConstraint> rules,
            PortfolioConstraints constraints,
            boolean homogeneous) {
        double[][] s = quadratic;
        double[] c = linear;
        List<LinearConstraint> all = rules;
        if (constraints.turnover().isPresent()) {
            TurnoverLimit limit = constraints.turnover().orElseThrow();
            double[][] trades = limit.trades(homogeneous);
            double[][] ridged = ridged(quadratic);
            double rho = curvature(ridged, trades);
            s = lifted(ridged, trades, rho);
            c = lifted(linear, trades, limit.offset(homogeneous), rho);
            all = homogeneous ? limit.homogeneousRules(rules) : limit.rules(rules);
        }
        double[] solution = constraints.limitsHeld()
                ? new CardinalitySearch(s, c, all, constraints).run()
                : QuadraticProgram.minimise(s, c, all);
        return Arrays.copyOf(solution, linear.length);
    }

    /** S, with the ridge of 1e-9 of the largest variance that a semi-definite one is promised. */
    private static double[][] ridged(double[][] s) {
        double largest = 0;
        for (int i = 0; i < s.length; i++) {
            largest = Math.max(largest, s[i][i]);
        }
        double least = leastEigenvalue(s);
        if (least > 1e-9 * largest || least < -1e-9 * largest) {
            return s; // definite, or none at all, which the program refuses
        }
        double[][] ridged = new double[s.length][];
        for (int i = 0; i < s.length; i++) {
            ridged[i] = s[i].clone();
            ridged[i][i] += 1e-9 * largest - least;
        }
        return ridged;
    }

    private static double leastEigenvalue(double[][] s) {
        double[] values = SymmetricEigen.of(s).values();
        return values[values.length - 1];
    }

    /** Half of what S can spare: rho |M|^2 is half its least eigenvalue. */
    private static double curvature(double[][] s, double[][] trades) {
        double[][] products = products(trades);
        return 0.5 * Math.abs(leastEigenvalue(s)) / SymmetricEigen.of(products).values()[0];
    }

    private static double[][] products(double[][] m) {
        double[][] products = new double[m.length][m.length];
        for (double[] row : m) {
            for (int i = 0; i < m.length; i++) {
                for (int j = 0; j < m.length; j++) {
                    products[i][j] += row[i] * row[j];
                }
            }
        }
        return products;
    }

    private static double[][] lifted(double[][] s, double[][] trades, double rho) {
        int n = s.length;
        double[][] products = products(trades);
        double[][] lifted = new double[2 * n][2 * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                lifted[i][j] = s[i][j] - rho * products[i][j];
            }
            lifted[n + i][n + i] = rho;
        }
        return lifted;
    }

    private static double[] lifted(double[] c, double[][] trades, double[] offset, double rho) {
        int n = c.length;
        double[] lifted = Arrays.copyOf(c, 2 * n);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                lifted[i] -= rho * trades[k][i] * offset[k];
            }
        }
        return lifted;
    }
}
