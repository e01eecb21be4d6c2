package io.riskwatch.quant.optimization;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A portfolio to be optimised, of a kind that is hard in its own way; the same for the same size. */
record PortfolioInstance(double[][] covariance, double[] linear, PortfolioConstraints constraints) {
    enum Kind {
        /** Three factors and own risk, ten sectors with limits: few assets are held. */
        FACTOR,
        /** No structure, and caps so tight that most assets are held. */
        DENSE,
        /** Every asset four times over, equal returns, limits that meet exactly. */
        DEGENERATE,
        /** Fewer observations than assets. */
        SINGULAR,
        /** Short positions, and rules on the net weight of sectors. */
        LONG_SHORT,
        /** A return to be met exactly. */
        TARGET,
        /** Hardly any own risk: nearly a linear program, at a corner that caps and sectors share. */
        CORNER
    }

    static PortfolioInstance of(Kind kind, int n) {
        Random random = new Random(31 * n + kind.ordinal());
        double[] linear = new double[n];
        Arrays.setAll(linear, i -> 1e-5 * random.nextGaussian());
        PortfolioConstraints free = PortfolioConstraints.longOnly(n);
        return switch (kind) {
            case FACTOR -> made(factors(random, n), linear, sectors(PortfolioConstraints.uniform(n, 0, 0.1), 0, 0.2));
            case DENSE -> made(sample(random, n, 2 * n), linear, PortfolioConstraints.uniform(n, 0, 1.5 / n));
            case DEGENERATE ->
                made(
                        repeated(sample(random, n, n)),
                        new double[n],
                        sectors(PortfolioConstraints.uniform(n, 0, 4.0 / n), 0.1, 0.1));
            case SINGULAR -> made(sample(random, n, n / 5), linear, free);
            case LONG_SHORT ->
                made(
                        factors(random, n),
                        linear,
                        sectors(PortfolioConstraints.uniform(n, -2.0 / n, 6.0 / n), 0.05, 0.15));
            case CORNER ->
                made(
                        factors(random, n, 1e-3),
                        Arrays.stream(linear).map(c -> 20 * c).toArray(),
                        sectors(PortfolioConstraints.uniform(n, 0, 0.1), 0, 0.2));
            case TARGET -> {
                double[] returns = Arrays.stream(linear).map(c -> 100 * c).toArray();
                yield made(
                        factors(random, n), new double[n], free.with(LinearConstraint.equal("return", returns, 5e-4)));
            }
        };
    }

    private static PortfolioInstance made(double[][] covariance, double[] linear, PortfolioConstraints constraints) {
        return new PortfolioInstance(covariance, linear, constraints);
    }

    private static double[][] factors(Random random, int n) {
        return factors(random, n, 1);
    }

    private static double[][] factors(Random random, int n, double own) {
        double[][] loadings = new double[3][n];
        for (double[] row : loadings) {
            Arrays.setAll(
                    row,
                    i -> 0.006 * (row == loadings[0] ? 1 + 0.3 * random.nextGaussian() : 0.5 * random.nextGaussian()));
        }
        double[][] s = products(loadings);
        for (int i = 0; i < n; i++) {
            s[i][i] += Math.pow(own * (0.005 + 0.02 * random.nextDouble()), 2);
        }
        return s;
    }

    private static double[][] sample(Random random, int n, int observations) {
        double[][] rows = new double[observations][n];
        for (double[] row : rows) {
            double market = random.nextGaussian();
            Arrays.setAll(row, i -> 0.01 * (0.5 * market + random.nextGaussian()) / Math.sqrt(observations));
        }
        return products(rows);
    }

    private static double[][] repeated(double[][] s) {
        double[][] repeated = new double[s.length][s.length];
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < s.length; j++) {
                repeated[i][j] = s[i / 4][j / 4];
            }
        }
        return repeated;
    }

    private static double[][] products(double[][] rows) {
        int n = rows[0].length;
        double[][] products = new double[n][n];
        for (double[] row : rows) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    products[i][j] += row[i] * row[j];
                }
            }
        }
        return products;
    }

    private static PortfolioConstraints sectors(PortfolioConstraints constraints, double low, double high) {
        PortfolioConstraints all = constraints;
        int n = constraints.assets();
        for (int sector = 0; sector < 10; sector++) {
            double[] members = new double[n];
            for (int i = sector; i < n; i += 10) {
                members[i] = 1;
            }
            all = all.with(LinearConstraint.between("sector " + sector, members, low, high));
        }
        return all;
    }

    double objective(double[] w) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            double product = 0;
            for (int j = 0; j < w.length; j++) {
                product += covariance[i][j] * w[j];
            }
            sum += w[i] * (product / 2 - linear[i]);
        }
        return sum;
    }

    /**
     * How far w is from the optimality conditions with these multipliers, of the budget first and then of every rule: the
     * largest miss of a bound, of a row, of a sign and of stationarity, the latter as a share of the problem's largest entry.
     */
    double residual(double[] w, double[] multipliers) {
        double scale = 0;
        double worst = Math.abs(Arrays.stream(w).sum() - 1);
        double[] lower = constraints.lower();
        double[] upper = constraints.upper();
        List<LinearConstraint> rules = constraints.rules();
        for (int i = 0; i < w.length; i++) {
            scale = Math.max(scale, Math.max(covariance[i][i], Math.abs(linear[i])));
            worst = Math.max(worst, Math.max(lower[i] - w[i], w[i] - upper[i]));
        }
        for (int q = 0; q < rules.size(); q++) {
            LinearConstraint rule = rules.get(q);
            double value = 0;
            for (int i = 0; i < w.length; i++) {
                value += rule.coefficients()[i] * w[i];
            }
            double nu = multipliers[q + 1];
            worst = Math.max(worst, Math.max(rule.low() - value, value - rule.high()));
            worst = Math.max(worst, nu > 0 ? value - rule.low() : nu < 0 ? rule.high() - value : 0);
        }
        for (int i = 0; i < w.length; i++) {
            double pull = -linear[i] - multipliers[0];
            for (int j = 0; j < w.length; j++) {
                pull += covariance[i][j] * w[j];
            }
            for (int q = 0; q < rules.size(); q++) {
                pull -= multipliers[q + 1] * rules.get(q).coefficients()[i];
            }
            boolean may = pull > 0 ? w[i] <= lower[i] : w[i] >= upper[i];
            worst = Math.max(worst, may ? 0 : Math.abs(pull) / scale);
        }
        return worst;
    }
}
