package io.riskwatch.quant.methods;

import io.riskwatch.quant.backtest.AllocationBacktest;
import io.riskwatch.quant.backtest.MovingAverage;
import io.riskwatch.quant.backtest.RebalancingRule;
import io.riskwatch.quant.series.Returns;
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
}
