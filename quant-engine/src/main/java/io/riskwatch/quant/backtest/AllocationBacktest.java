package io.riskwatch.quant.backtest;

import io.riskwatch.quant.Arguments;

/**
 * An allocation held through history: weights drift with the returns and are brought back by a rule at a cost.
 *
 * <p>Trades happen between periods. Turnover = sum of |target - drifted|; the cost, turnover x rate, is taken from the capital
 * before the next period's return. The first purchase costs the same with {@link Entry#AT_COST}.
 *
 * <p>Dividends are paid at the end of their period as a fraction of the price at its start. Reinvested, they buy more of the asset
 * that paid them, free of cost, so the total return counts; held as cash, they earn nothing until the next rebalancing.
 *
 * <p>Convention as PerformanceAnalytics' Return.portfolio with transaction costs.
 */
public final class AllocationBacktest {
    private final double[] returns;
    private final double[] turnover;
    private final double[] finalWeights;
    private final double finalCash;

    /** Whether the first purchase costs something. */
    public enum Entry {
        FREE,
        AT_COST
    }

    /** What is done with dividends. */
    public enum DividendUse {
        REINVESTED,
        HELD_AS_CASH
    }

    /**
     * How the allocation is carried out.
     *
     * @param rule when weights are brought back
     * @param costs of every trade; commission and slippage are both shares of the traded value and add up
     * @param entry whether the first purchase costs something
     * @param dividends what is done with them
     */
    public record Terms(RebalancingRule rule, TradingCosts costs, Entry entry, DividendUse dividends) {}

    private AllocationBacktest(double[] returns, double[] turnover, Holdings last) {
        this.returns = returns;
        this.turnover = turnover;
        this.finalWeights = last.weights();
        this.finalCash = last.cash();
    }

    /**
     * Runs the allocation on total returns.
     *
     * @param returns simple returns, {@code double[periods][assets]}, none below -1
     * @param target weights, not negative, summing to 1
     * @param costRate share of the traded value, in [0, 1)
     */
    public static AllocationBacktest run(
            double[][] returns, double[] target, RebalancingRule rule, double costRate, Entry entry) {
        Arguments.matrix("returns", returns, 1);
        if (!(costRate >= 0 && costRate < 1)) {
            throw new IllegalArgumentException("costRate must lie in [0, 1), was " + costRate);
        }
        Terms terms = new Terms(rule, new TradingCosts(costRate, 0), entry, DividendUse.REINVESTED);
        return run(returns, new double[returns.length][returns[0].length], target, terms);
    }

    /**
     * Runs the allocation on price returns and dividends.
     *
     * @param returns simple returns of the prices alone, {@code double[periods][assets]}, none below -1
     * @param dividends of the period over the price at its start, same shape, not negative
     * @param target weights, not negative, summing to 1
     */
    public static AllocationBacktest run(double[][] returns, double[][] dividends, double[] target, Terms terms) {
        Arguments.matrix("returns", returns, 1);
        Arguments.matrix("dividends", dividends, 1);
        Arguments.sameLength("returns", returns.length, "dividends", dividends.length);
        Arguments.sameLength("returns[0]", returns[0].length, "dividends[0]", dividends[0].length);
        Arguments.sameLength("returns[0]", returns[0].length, "target", target.length);
        requireWeights(target);
        Holdings holdings = new Holdings(target, terms.entry(), terms.dividends());
        double costRate = terms.costs().commissionRate() + terms.costs().slippageRate();
        double[] earned = new double[returns.length];
        double[] traded = new double[returns.length];
        for (int t = 0; t < returns.length; t++) {
            Arguments.simpleReturns("returns[" + t + "]", returns[t], 1);
            for (int i = 0; i < target.length; i++) {
                Arguments.notNegative("dividends[" + t + "][" + i + "]", dividends[t][i]);
            }
            if (t == 0 || isDue(terms.rule(), t, holdings.weights(), target)) {
                traded[t] = holdings.bringTo(target);
            }
            earned[t] = afterCost(holdings.drift(returns[t], dividends[t]), traded[t], costRate);
        }
        return new AllocationBacktest(earned, traded, holdings);
    }

    /** Sum of |target - drifted| over the assets: both what is sold and what is bought. */
    public static double turnover(double[] drifted, double[] target) {
        Arguments.sameLength("drifted", drifted.length, "target", target.length);
        Arguments.series("drifted", drifted, 1);
        Arguments.series("target", target, 1);
        double sum = 0;
        for (int i = 0; i < target.length; i++) {
            sum += Math.abs(target[i] - drifted[i]);
        }
        return sum;
    }

    /** The return of a period before which so much was traded: (1 - turnover x rate)(1 + r) - 1. */
    public static double afterCost(double periodReturn, double turnover, double costRate) {
        Arguments.within("periodReturn", periodReturn, -1, Double.MAX_VALUE);
        Arguments.notNegative("turnover", turnover);
        Arguments.within("costRate", costRate, 0, 1);
        return (1 - Math.min(1, costRate * turnover)) * (1 + periodReturn) - 1;
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

    static void requireWeights(double[] target) {
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

    /** Share of cash from dividends after the last period; with {@link #finalWeights()} it sums to 1. */
    public double finalCash() {
        return finalCash;
    }
}
