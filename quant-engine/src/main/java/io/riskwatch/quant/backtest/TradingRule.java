package io.riskwatch.quant.backtest;

import java.util.List;

/** Decides at each close what to hold from the next open on; a decision may look at closes up to its own bar only. */
public interface TradingRule {
    /**
     * The decision at each bar's close, one per close.
     *
     * <p>The entry t must not change when closes after t do: a rule that looks ahead earns money that nobody can earn.
     *
     * @param closes at least {@link #firstDecision()} + 1 positive prices
     */
    List<Position> decide(double[] closes);

    /** Index of the first bar at whose close the rule knows all it needs; before it every decision is {@link Position#FLAT}. */
    int firstDecision();
}
