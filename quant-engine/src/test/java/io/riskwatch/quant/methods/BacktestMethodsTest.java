package io.riskwatch.quant.methods;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.quant.backtest.AllocationBacktest;
import io.riskwatch.quant.backtest.MovingAverage;
import io.riskwatch.quant.backtest.MovingAverageCross;
import io.riskwatch.quant.backtest.OverfittingProbability;
import io.riskwatch.quant.backtest.Position;
import io.riskwatch.quant.backtest.PriceBars;
import io.riskwatch.quant.backtest.PurgedKFold;
import io.riskwatch.quant.backtest.RebalancingRule;
import io.riskwatch.quant.backtest.RuleBacktest;
import io.riskwatch.quant.backtest.TradingCosts;
import io.riskwatch.quant.backtest.WalkForward;
import io.riskwatch.quant.series.Returns;
import io.riskwatch.quant.stat.Moments;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/methods on tested allocations and averages, to the digits printed there. */
class BacktestMethodsTest {
    @Test
    void allocationBacktest() {
        AllocationBacktest never = run(new RebalancingRule.Never());
        AllocationBacktest every = run(new RebalancingRule.Every(1));
        MethodPage.of("allocation-backtest")
                .prints("10.00 %", never.returns()[0])
                .prints("-5.45 %", never.returns()[1])
                .prints("5.19 %", never.returns()[2])
                .prints("9.40 %", Returns.compounded(never.returns()))
                .prints("54.30 %", never.finalWeights()[0])
                .prints("9.09 %", every.turnover()[1])
                .prints("-5.01 %", every.returns()[1])
                .prints("9.71 %", Returns.compounded(every.returns()))
                .prints(
                        "9.40 %",
                        Returns.compounded(run(new RebalancingRule.Band(0.05)).returns()));
    }

    private static AllocationBacktest run(RebalancingRule rule) {
        double[][] returns = {{0.2, 0}, {-0.1, 0}, {0.1, 0}};
        return AllocationBacktest.run(returns, new double[] {0.5, 0.5}, rule, 0.001, AllocationBacktest.Entry.FREE);
    }

    @Test
    void movingAverage() {
        double[] prices = {10, 11, 12, 15};
        double[] exponential = MovingAverage.exponential(prices, 3);
        MethodPage.of("moving-average")
                .prints("11.00", MovingAverage.simple(prices, 3)[0])
                .prints("12.67", MovingAverage.simple(prices, 3)[1])
                .prints("10.00", exponential[0])
                .prints("10.50", exponential[1])
                .prints("11.25", exponential[2])
                .prints("13.125", exponential[3])
                .prints("12.26", MovingAverage.wilder(prices, 3)[3]);
    }

    @Test
    void ruleBacktest() {
        RuleBacktest free = runRule(TradingCosts.NONE);
        MethodPage.of("rule-backtest")
                .prints("680.00", free.equity()[5])
                .prints("-32.00 %", free.totalReturn())
                .prints("-32.41 %", runRule(new TradingCosts(0.001, 0.002)).totalReturn())
                .prints("-11.11 %", free.buyAndHoldReturn())
                .prints("33.3 %", free.exposure());
    }

    private static RuleBacktest runRule(TradingCosts costs) {
        PriceBars bars = PriceBars.of(new double[] {10, 10, 10, 12.5, 13, 8.5}, new double[] {10, 9, 12, 13, 9, 8});
        return RuleBacktest.run(
                bars, new MovingAverageCross(1, 2, Position.FLAT), RuleBacktest.Settings.of(1000, costs));
    }

    @Test
    void overfitting() {
        double[][] returns = {{0.02, 0}, {0.02, 0}, {-0.01, 0.01}, {-0.01, 0.01}, {0.02, 0}, {0.02, 0}};
        OverfittingProbability luck = OverfittingProbability.of(
                Arrays.copyOf(returns, 4), 2, r -> Moments.of(r).mean());
        WalkForward walk = WalkForward.run(
                returns,
                WalkForward.windows(6, 2, 2, WalkForward.Training.ROLLING),
                r -> Moments.of(r).mean());
        int[] labelEnds = IntStream.range(0, 10).map(i -> Math.min(9, i + 2)).toArray();
        assertThat(walk.chosen()).containsExactly(0, 1);
        assertThat(PurgedKFold.splits(labelEnds, 5, 1).get(2).training()).containsExactly(0, 1, 9);
        MethodPage.of("overfitting")
                .prints("-0.693", luck.logits()[0])
                .prints("-0.693", luck.logits()[1])
                .prints("100 %", luck.value())
                .prints("-1.99 %", Returns.compounded(walk.returns()))
                .prints(
                        "6.09 %",
                        Returns.compounded(Arrays.stream(returns)
                                .mapToDouble(row -> row[0])
                                .toArray()));
    }
}
