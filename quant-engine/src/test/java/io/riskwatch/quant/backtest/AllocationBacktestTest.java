package io.riskwatch.quant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.backtest.AllocationBacktest.Entry;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AllocationBacktestTest {
    private static final double[] HALVES = {0.5, 0.5};
    private static final double[][] RETURNS = {{0.2, 0}, {0.1, -0.1}};

    @Test
    void weightsDriftAndAreBroughtBackAtACost() {
        // after period 1: 0.6 and 0.5 of 1.1; back to halves trades 2 x (6/11 - 1/2) = 1/11
        AllocationBacktest run =
                AllocationBacktest.run(RETURNS, HALVES, new RebalancingRule.Every(1), 0.01, Entry.FREE);
        assertThat(run.turnover()).containsExactly(new double[] {0, 1 / 11.0}, Offset.offset(1e-15));
        assertThat(run.returns()[1]).isCloseTo((1 - 0.01 / 11) * 1.0 - 1, within(1e-15));
    }

    @Test
    void buyAndHoldEarnsTheWeightedGrowth() {
        AllocationBacktest run = AllocationBacktest.run(RETURNS, HALVES, new RebalancingRule.Never(), 0.01, Entry.FREE);
        double wealth = (1 + run.returns()[0]) * (1 + run.returns()[1]);
        assertThat(wealth).isCloseTo(0.5 * 1.2 * 1.1 + 0.5 * 0.9, within(1e-15));
        assertThat(run.finalWeights()[0]).isCloseTo(0.66 / 1.11, within(1e-15));
    }

    @Test
    void aBandTradesOnlyWhenTheDriftExceedsIt() {
        assertThat(AllocationBacktest.run(RETURNS, HALVES, new RebalancingRule.Band(0.05), 0, Entry.FREE)
                        .turnover()[1])
                .isZero();
        assertThat(AllocationBacktest.run(RETURNS, HALVES, new RebalancingRule.Band(0.04), 0, Entry.FREE)
                        .turnover()[1])
                .isPositive();
    }

    @Test
    void theFirstPurchaseMayCostToo() {
        assertThat(AllocationBacktest.run(RETURNS, HALVES, new RebalancingRule.Never(), 0.01, Entry.AT_COST)
                        .returns()[0])
                .isCloseTo(0.99 * 1.1 - 1, within(1e-15));
    }

    @Test
    void weightsThatDoNotSumToOneAreRefused() {
        assertThatThrownBy(() -> AllocationBacktest.run(
                        RETURNS, new double[] {0.5, 0.6}, new RebalancingRule.Never(), 0, Entry.FREE))
                .hasMessageContaining("target must sum to 1");
    }
}
