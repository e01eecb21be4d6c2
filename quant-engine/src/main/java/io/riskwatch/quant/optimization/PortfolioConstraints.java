package io.riskwatch.quant.optimization;

import io.riskwatch.quant.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a portfolio must satisfy: weights that sum to 1, a lower and an upper bound for each, any number of linear
 * rules, and if wanted a limit on turnover and on the number of assets held.
 *
 * <p>Refused when made: bounds that cannot sum to 1. Rules that exclude each other are found by the optimiser, which names
 * them.
 */
public final class PortfolioConstraints {
    private final double[] lower;
    private final double[] upper;
    private final List<LinearConstraint> rules;
    private final Optional<TurnoverLimit> turnover;
    private final int mostHeld;

    private PortfolioConstraints(
            double[] lower,
            double[] upper,
            List<LinearConstraint> rules,
            Optional<TurnoverLimit> turnover,
            int mostHeld) {
        this.lower = lower;
        this.upper = upper;
        this.rules = rules;
        this.turnover = turnover;
        this.mostHeld = mostHeld;
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
        return new PortfolioConstraints(lower.clone(), upper.clone(), List.of(), Optional.empty(), lower.length);
    }

    /** The same constraints and one more rule. */
    public PortfolioConstraints with(LinearConstraint rule) {
        Arguments.sameLength("coefficients of " + rule.name(), rule.coefficients().length, "assets", assets());
        List<LinearConstraint> more = new ArrayList<>(rules);
        more.add(rule);
        return new PortfolioConstraints(lower, upper, List.copyOf(more), turnover, mostHeld);
    }

    /**
     * The same constraints and sum |w - current| at most the limit: what is bought and what is sold, both counted, so that
     * selling all and buying anew is a turnover of 2.
     *
     * @param current weights now held, finite; their sum may differ from 1 by cash
     * @param limit at least 0
     */
    public PortfolioConstraints withTurnover(double[] current, double limit) {
        Arguments.series("current", current, 1);
        Arguments.sameLength("current", current.length, "assets", assets());
        Arguments.notNegative("turnover limit", limit);
        return new PortfolioConstraints(
                lower, upper, rules, Optional.of(new TurnoverLimit(current.clone(), limit)), mostHeld);
    }

    /**
     * The same constraints and at most so many weights that are not zero. An asset whose bounds exclude zero is always held.
     *
     * <p>Only {@link MeanVariance} takes such a limit, and solves it exactly by branch and bound, for up to 40 assets.
     */
    public PortfolioConstraints withAtMost(int held) {
        Arguments.atLeast("number of assets held", held, 1);
        String limit = "at most " + held + " assets held";
        List<String> forced = new ArrayList<>(List.of(limit));
        for (int i = 0; i < assets(); i++) {
            if (lower[i] > 0) {
                forced.add(lowerName(i, lower[i]));
            } else if (upper[i] < 0) {
                forced.add(upperName(i, upper[i]));
            }
        }
        if (forced.size() - 1 > held) {
            throw new InfeasibleException(forced);
        }
        double[] greatest = upper.clone();
        Arrays.sort(greatest);
        double reach = 0;
        for (int k = 0; k < Math.min(held, assets()); k++) {
            reach += greatest[assets() - 1 - k];
        }
        if (reach < 1 - 1e-12) {
            throw new InfeasibleException(
                    List.of(limit, "upper bounds of which the greatest sum to " + reach, "weights that sum to 1"));
        }
        return new PortfolioConstraints(lower, upper, rules, turnover, Math.min(held, assets()));
    }

    /** Number of assets. */
    public int assets() {
        return lower.length;
    }

    /** Least weight of each asset. */
    public double[] lower() {
        return lower.clone();
    }

    /** Greatest weight of each asset. */
    public double[] upper() {
        return upper.clone();
    }

    /** The rules beside bounds, turnover and number held, in the order given. */
    public List<LinearConstraint> rules() {
        return rules;
    }

    /** The limit on turnover, if there is one. */
    Optional<TurnoverLimit> turnover() {
        return turnover;
    }

    /** The most assets that may be held; all when there is no limit. */
    public int mostHeld() {
        return mostHeld;
    }

    /** Whether the number of assets held is limited. */
    boolean limitsHeld() {
        return mostHeld < assets();
    }

    /** The greatest violation of any constraint by these weights (in assets for their number); 0 when they satisfy all. */
    public double violation(double[] weights) {
        Arguments.sameLength("weights", weights.length, "assets", assets());
        double worst = 0;
        for (LinearConstraint constraint : all()) {
            double value = constraint.at(weights);
            worst = Math.max(worst, Math.max(constraint.low() - value, value - constraint.high()));
        }
        double beyond = turnover.map(t -> t.excess(weights)).orElse(0.0);
        double held = Arrays.stream(weights).filter(w -> w != 0).count();
        return Math.max(worst, Math.max(beyond, held - mostHeld));
    }

    /** The weights sum to 1. */
    LinearConstraint budget() {
        double[] ones = new double[assets()];
        Arrays.fill(ones, 1);
        return LinearConstraint.equal("sum of weights", ones, 1);
    }

    /** Every linear constraint on the weights: the budget first, then bounds, then rules. */
    List<LinearConstraint> all() {
        List<LinearConstraint> all = new ArrayList<>();
        all.add(budget());
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
