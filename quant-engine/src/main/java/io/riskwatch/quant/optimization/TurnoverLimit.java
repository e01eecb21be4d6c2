package io.riskwatch.quant.optimization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * sum |w - current| at most the limit, made linear by one variable per asset for the size of its trade: u at least w - current and
 * at least current - w, sum of u at most the limit.
 */
final class TurnoverLimit {
    private static final String NAME = "turnover from the current weights";

    private final double[] current;
    private final double limit;

    /** Takes over an array that nobody else keeps. */
    TurnoverLimit(double[] current, double limit) {
        this.current = current;
        this.limit = limit;
    }

    /** The turnover beyond the limit, negative within it. */
    double excess(double[] weights) {
        double turnover = 0;
        for (int i = 0; i < current.length; i++) {
            turnover += Math.abs(weights[i] - current[i]);
        }
        return turnover - limit;
    }

    /** Weights followed by the sizes of the trades that lead to them. */
    double[] withTrades(double[] weights) {
        int n = current.length;
        double[] both = Arrays.copyOf(weights, 2 * n);
        for (int i = 0; i < n; i++) {
            both[n + i] = Math.abs(weights[i] - current[i]);
        }
        return both;
    }

    /** The rules on (w, u): those on w, and what u means. */
    List<LinearConstraint> rules(List<LinearConstraint> onWeights) {
        int n = current.length;
        List<LinearConstraint> rules = widened(onWeights);
        for (int i = 0; i < n; i++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] row = new double[2 * n];
                row[i] = sign;
                row[n + i] = 1;
                rules.add(LinearConstraint.definition(row, sign * current[i], Double.POSITIVE_INFINITY));
            }
        }
        double[] total = new double[2 * n];
        Arrays.fill(total, n, 2 * n, 1);
        rules.add(LinearConstraint.between(NAME, total, Double.NEGATIVE_INFINITY, limit));
        return rules;
    }

    /** The same in y = k w with unknown k = sum of y: u at least |y - k current|, sum of u at most k limit. */
    List<LinearConstraint> homogeneousRules(List<LinearConstraint> onMultiples) {
        int n = current.length;
        List<LinearConstraint> rules = widened(onMultiples);
        for (int i = 0; i < n; i++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] row = new double[2 * n];
                for (int j = 0; j < n; j++) {
                    row[j] = sign * ((i == j ? 1 : 0) - current[i]);
                }
                row[n + i] = 1;
                rules.add(LinearConstraint.definition(row, 0, Double.POSITIVE_INFINITY));
            }
        }
        double[] total = new double[2 * n];
        Arrays.fill(total, 0, n, -limit);
        Arrays.fill(total, n, 2 * n, 1);
        rules.add(LinearConstraint.between(NAME, total, Double.NEGATIVE_INFINITY, 0));
        return rules;
    }

    /** M with M w - offset the trades: the identity for weights, I - current 1' for their multiples. */
    double[][] trades(boolean homogeneous) {
        int n = current.length;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = (i == j ? 1 : 0) - (homogeneous ? current[i] : 0);
            }
        }
        return matrix;
    }

    /** What is subtracted from M w. */
    double[] offset(boolean homogeneous) {
        return homogeneous ? new double[current.length] : current.clone();
    }

    private List<LinearConstraint> widened(List<LinearConstraint> rules) {
        List<LinearConstraint> widened = new ArrayList<>();
        for (LinearConstraint rule : rules) {
            widened.add(rule.widened(2 * current.length));
        }
        return widened;
    }
}
