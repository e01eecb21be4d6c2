package io.riskwatch.quant.bench.optimization;

import io.riskwatch.quant.optimization.LinearConstraint;
import io.riskwatch.quant.optimization.PortfolioConstraints;
import java.util.Locale;

/**
 * One problem of the suite, 1/2 w'Sw - c'w; {@code peers/w4_qp.py} has the same by the same names.
 *
 * @param kind what makes it hard
 * @param covariance S
 * @param linear c, shared, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
record QuadraticInstance(Kind kind, double[][] covariance, double[] linear, PortfolioConstraints constraints) {
    static final int SECTORS = 10;

    enum Kind {
        /** Three factors, cap 10 %, ten sectors of at most 20 %: few assets are held. */
        FACTOR(1),
        /** Twice as many observations as assets, caps of 1.5 / n: most assets stand on their cap, least variance. */
        DENSE(2),
        /** A fifth as many observations as assets. */
        SINGULAR(3),
        /** Own risk a thousandth of what it is in FACTOR. */
        NEAR(4),
        /** Every asset four times over, each sector exactly 10 %, so that the budget follows from the sectors. */
        DUPLICATES(5),
        /** Short positions and sectors between 5 and 15 %. */
        SHORT(6),
        /** Sectors of at most 9 % cannot sum to 1. */
        INFEASIBLE(7);

        private final long stream;

        Kind(long stream) {
            this.stream = stream;
        }

        /** The name as a part's figure has it. */
        String part() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static QuadraticInstance of(Kind kind, int n) {
        Draws draws = new Draws(kind.stream);
        double[] none = new double[n];
        return switch (kind) {
            case FACTOR ->
                new QuadraticInstance(kind, draws.factors(n, 1), draws.slight(n), sectors(bounds(n, 0, 0.1), 0, 0.2));
            case DENSE -> new QuadraticInstance(kind, draws.sample(2 * n, n), none, bounds(n, 0, 1.5 / n));
            case SINGULAR -> new QuadraticInstance(kind, draws.sample(n / 5, n), draws.slight(n), bounds(n, 0, 1));
            case NEAR ->
                new QuadraticInstance(
                        kind, draws.factors(n, 1e-3), draws.slight(n), sectors(bounds(n, 0, 0.1), 0, 0.2));
            case DUPLICATES ->
                new QuadraticInstance(
                        kind, repeated(draws.sample(n, n / 4)), none, sectors(bounds(n, 0, 4.0 / n), 0.1, 0.1));
            case SHORT ->
                new QuadraticInstance(
                        kind, draws.factors(n, 1), draws.slight(n), sectors(bounds(n, -2.0 / n, 6.0 / n), 0.05, 0.15));
            case INFEASIBLE ->
                new QuadraticInstance(kind, draws.factors(n, 1), none, sectors(bounds(n, 0, 0.1), 0, 0.09));
        };
    }

    private static PortfolioConstraints bounds(int n, double lower, double upper) {
        return PortfolioConstraints.uniform(n, lower, upper);
    }

    private static PortfolioConstraints sectors(PortfolioConstraints bounds, double low, double high) {
        PortfolioConstraints all = bounds;
        int n = bounds.assets();
        for (int sector = 0; sector < SECTORS; sector++) {
            double[] members = new double[n];
            for (int i = sector; i < n; i += SECTORS) {
                members[i] = 1;
            }
            all = all.with(LinearConstraint.between("sector " + sector, members, low, high));
        }
        return all;
    }

    private static double[][] repeated(double[][] s) {
        int n = 4 * s.length;
        double[][] repeated = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                repeated[i][j] = s[i / 4][j / 4];
            }
        }
        return repeated;
    }

    double objective(double[] w) {
        double[] gradient = gradient(w);
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += w[i] * (gradient[i] - linear[i]) / 2;
        }
        return sum;
    }

    /** Sw - c, summed entry by entry. */
    double[] gradient(double[] w) {
        double[] gradient = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w.length; j++) {
                gradient[i] += covariance[i][j] * w[j];
            }
            gradient[i] -= linear[i];
        }
        return gradient;
    }
}
