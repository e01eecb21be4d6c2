package io.riskwatch.analytics.backtest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying a strategy in all its variants.
 *
 * @param names of the variants, in words
 * @param returns of every variant after costs, {@code double[variants][days]}, days from {@code first} on
 * @param chosen the variant whose figures are shown: the one asked for, or the best of several
 * @param beforeCosts the chosen variant's returns without costs
 * @param held what the strategy trades, held from {@code first} on without costs
 * @param first number of the day before the first return that is judged
 * @param turnover the chosen variant's, before each day, as a share of its value
 * @param rebalancings of an allocation
 * @param trades of a rule
 * @param drift of an allocation
 * @param lost variants that ended in ruin, and why
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Tried(
        List<String> names,
        double[][] returns,
        int chosen,
        double[] beforeCosts,
        double[] held,
        int first,
        double[] turnover,
        @Nullable List<BacktestResult.Rebalance> rebalancings,
        @Nullable List<BacktestResult.RuleTrade> trades,
        BacktestResult.@Nullable Drift drift,
        @Nullable Double timeInvested,
        Map<String, String> lost) {

    double[] chosenReturns() {
        return returns[chosen];
    }

    String chosenName() {
        return names.get(chosen);
    }
}
