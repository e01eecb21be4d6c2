package io.riskwatch.quant.backtest;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;

/**
 * An allocation held through history: weights drift with the returns and are brought back by a rule at a cost.
 *
 * <p>Trades happen between periods. Turnover = sum of |target - drifted|; the cost, turnover x rate, is taken from the capital
 * before the next period's return. The first purchase costs the same with {@link Entry#AT_COST}.
 *
 * <p>Convention as PerformanceAnalytics' Return.portfolio with transaction costs.
 */
public final class AllocationBacktest {
    private final double[] returns;
    private final double[] turnover;
    private final double[] finalWeights;

    /** Whether the first purchase costs something. */
    public enum Entry {
        FREE,
        AT_COST
    }

    private AllocationBacktest(double[] returns, double[] turnover, double[] finalWeights) {
        this.returns = returns;
        this.turnover = turnover;
        this.finalWeights = finalWeights;
    }

    /**
     * Runs the allocation.
     *
     * @param returns simple returns, {@code double[periods][assets]}, none below -1
     * @param target weights, not negative, summing to 1
     * @param costRate share of the traded value, in [0, 1)
     */
    public static AllocationBacktest run(
            double[][] returns, double[] target, RebalancingRule rule, double costRate, Entry entry) {
        Arguments.matrix("returns", returns, 1);
        Arguments.sameLength("returns[0]", returns[0].length, "target", target.length);
        requireWeights(target);
        if (!(costRate >= 0 && costRate < 1)) {
            throw new IllegalArgumentException("costRate must lie in [0, 1), was " + costRate);
        }
        double[] weights = entry == Entry.AT_COST ? new double[target.length] : target.clone();
        double[] earned = new double[returns.length];
        double[] traded = new double[returns.length];
        for (int t = 0; t < returns.length; t++) {
            Arguments.simpleReturns("returns[" + t + "]", returns[t], 1);
            if (t == 0 || isDue(rule, t, weights, target)) {
                traded[t] = turnover(weights, target);
                weights = target.clone();
            }
            earned[t] = afterCost(drift(weights, returns[t]), traded[t], costRate);
        }
        return new AllocationBacktest(earned, traded, weights);
    }

    /** Sum of |target - drifted| over the assets: both what is sold and what is bought. */
    public static double turnover(double[] drifted, double[] target) {
        Arguments.sameLength("drifted", drifted.length, "target", target.length);
        double sum = 0;
        for (int i = 0; i < target.length; i++) {
            sum += Math.abs(target[i] - drifted[i]);
        }
        return sum;
    }

    /** The return of a period before which so much was traded: (1 - turnover x rate)(1 + r) - 1. */
    public static double afterCost(double periodReturn, double turnover, double costRate) {
        return (1 - Math.min(1, costRate * turnover)) * (1 + periodReturn) - 1;
    }

    /** Lets the weights drift and answers the portfolio's return. */
    private static double drift(double[] weights, double[] returns) {
        double growth = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= 1 + returns[i];
            growth += weights[i];
        }
        if (growth <= 0) {
            throw new UndefinedMeasureException("backtest has no value: every asset lost everything");
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= growth;
        }
        return growth - 1;
    }

    private static boolean isDue(RebalancingRule rule, int period, double[] weights, double[] target) {
        return switch (rule) {
            case RebalancingRule.Never() -> false;
            case RebalancingRule.Every(int periods) -> period % periods == 0;
            case RebalancingRule.Band(double tolerance) -> {
                double widest = 0;
                for (int i = 0; i < target.length; i++) {
                    widest = Math.max(widest, Math.abs(weights[i] - target[i]));
                }
                yield widest > tolerance;
            }
        };
    }

    private static void requireWeights(double[] target) {
        double sum = 0;
        for (int i = 0; i < target.length; i++) {
            sum += Arguments.notNegative("target[" + i + "]", target[i]);
        }
        if (Math.abs(sum - 1) > 1e-9) {
            throw new IllegalArgumentException("target must sum to 1, summed to " + sum);
        }
    }

    /** Simple return of each period after costs. */
    public double[] returns() {
        return returns.clone();
    }

    /** Turnover before each period, as a share of the capital. */
    public double[] turnover() {
        return turnover.clone();
    }

    /** Weights after the last period's drift. */
    public double[] finalWeights() {
        return finalWeights.clone();
    }
}
