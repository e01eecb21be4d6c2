package io.riskwatch.quant.optimization;

import io.riskwatch.quant.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a portfolio must satisfy: weights that sum to 1, a lower and an upper bound for each, and any number of linear
 * rules.
 *
 * <p>Refused when made: bounds that cannot sum to 1. Rules that exclude each other are found by the optimiser, which names
 * them.
 */
public final class PortfolioConstraints {
    private final double[] lower;
    private final double[] upper;
    private final List<LinearConstraint> rules;

    private PortfolioConstraints(double[] lower, double[] upper, List<LinearConstraint> rules) {
        this.lower = lower;
        this.upper = upper;
        this.rules = rules;
    }

    /** No short positions: every weight in [0, 1]. */
    public static PortfolioConstraints longOnly(int assets) {
        return uniform(assets, 0, 1);
    }

    /** The same bounds for every weight. */
    public static PortfolioConstraints uniform(int assets, double lower, double upper) {
        Arguments.atLeast("assets", assets, 1);
        double[] low = new double[assets];
        double[] high = new double[assets];
        Arrays.fill(low, lower);
        Arrays.fill(high, upper);
        return bounded(low, high);
    }

    /** Bounds for each weight; finite. */
    public static PortfolioConstraints bounded(double[] lower, double[] upper) {
        Arguments.sameLength("lower", lower.length, "upper", upper.length);
        Arguments.series("lower", lower, 1);
        Arguments.series("upper", upper, 1);
        double least = 0;
        double most = 0;
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] > upper[i]) {
                throw new InfeasibleException(List.of(lowerName(i, lower[i]), upperName(i, upper[i])));
            }
            least += lower[i];
            most += upper[i];
        }
        if (least > 1 + 1e-12) {
            throw new InfeasibleException(List.of("lower bounds that sum to " + least, "weights that sum to 1"));
        }
        if (most < 1 - 1e-12) {
            throw new InfeasibleException(List.of("upper bounds that sum to " + most, "weights that sum to 1"));
        }
        return new PortfolioConstraints(lower.clone(), upper.clone(), List.of());
    }

    /** The same constraints and one more rule. */
    public PortfolioConstraints with(LinearConstraint rule) {
        Arguments.sameLength("coefficients of " + rule.name(), rule.coefficients().length, "assets", assets());
        List<LinearConstraint> more = new ArrayList<>(rules);
        more.add(rule);
        return new PortfolioConstraints(lower, upper, List.copyOf(more));
    }

    public int assets() {
        return lower.length;
    }

    public double[] lower() {
        return lower.clone();
    }

    public double[] upper() {
        return upper.clone();
    }

    public List<LinearConstraint> rules() {
        return rules;
    }

    /** The greatest violation of any constraint by these weights; 0 when they satisfy all. */
    public double violation(double[] weights) {
        Arguments.sameLength("weights", weights.length, "assets", assets());
        double worst = 0;
        for (LinearConstraint constraint : all()) {
            double value = constraint.at(weights);
            worst = Math.max(worst, Math.max(constraint.low() - value, value - constraint.high()));
        }
        return worst;
    }

    /** Every constraint: the budget first, then bounds, then rules. */
    List<LinearConstraint> all() {
        List<LinearConstraint> all = new ArrayList<>();
        double[] ones = new double[assets()];
        Arrays.fill(ones, 1);
        all.add(LinearConstraint.equal("sum of weights", ones, 1));
        for (int i = 0; i < assets(); i++) {
            double[] unit = new double[assets()];
            unit[i] = 1;
            all.add(LinearConstraint.between("weight of asset " + i, unit, lower[i], upper[i]));
        }
        all.addAll(rules);
        return all;
    }

    private static String lowerName(int asset, double bound) {
        return "weight of asset " + asset + " >= " + bound;
    }

    private static String upperName(int asset, double bound) {
        return "weight of asset " + asset + " <= " + bound;
    }
}
