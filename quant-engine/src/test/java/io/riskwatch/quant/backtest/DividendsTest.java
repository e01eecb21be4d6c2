package io.riskwatch.quant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.backtest.AllocationBacktest.DividendUse;
import io.riskwatch.quant.backtest.AllocationBacktest.Entry;
import io.riskwatch.quant.backtest.AllocationBacktest.Terms;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DividendsTest {
    private static final double[] HALVES = {0.5, 0.5};
    private static final double[][] PRICES = {{0.2, 0}, {0.1, -0.1}};
    private static final double[][] DIVIDENDS = {{0.1, 0}, {0, 0}};

    private static AllocationBacktest run(RebalancingRule rule, DividendUse use, TradingCosts costs) {
        return AllocationBacktest.run(PRICES, DIVIDENDS, HALVES, new Terms(rule, costs, Entry.FREE, use));
    }

    @Test
    void reinvestedDividendsEarnWithTheirAsset() {
        // 0.5 x 1.3 x 1.1 + 0.5 x 1 x 0.9 = 1.165
        AllocationBacktest run = run(new RebalancingRule.Never(), DividendUse.REINVESTED, TradingCosts.NONE);
        assertThat(wealth(run)).isCloseTo(1.165, within(1e-15));
        assertThat(run.finalCash()).isZero();
    }

    @Test
    void dividendsHeldAsCashEarnNothing() {
        // 0.5 x 1.2 x 1.1 + 0.5 x 0.9 + 0.05 = 1.16
        AllocationBacktest run = run(new RebalancingRule.Never(), DividendUse.HELD_AS_CASH, TradingCosts.NONE);
        assertThat(wealth(run)).isCloseTo(1.16, within(1e-15));
        assertThat(run.finalCash()).isCloseTo(0.05 / 1.16, within(1e-15));
        assertThat(run.finalWeights()[0] + run.finalWeights()[1] + run.finalCash())
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void rebalancingInvestsTheCashAtTheCostOfTheTrade() {
        // of 1.15: 0.6 and 0.5; to halves: sell 0.025, buy 0.075, 0.1 / 1.15 in all; commission and slippage add up to
        // 1 %
        AllocationBacktest run =
                run(new RebalancingRule.Every(1), DividendUse.HELD_AS_CASH, new TradingCosts(0.006, 0.004));
        assertThat(run.turnover()).containsExactly(new double[] {0, 0.1 / 1.15}, Offset.offset(1e-15));
        assertThat(run.returns()[1]).isCloseTo((1 - 0.001 / 1.15) - 1, within(1e-15));
        assertThat(run.finalCash()).isZero();
    }

    @Test
    void dividendsThatCannotBeAreRefused() {
        Terms terms = new Terms(new RebalancingRule.Never(), TradingCosts.NONE, Entry.FREE, DividendUse.REINVESTED);
        assertThatThrownBy(() -> AllocationBacktest.run(PRICES, new double[][] {{0, -0.01}, {0, 0}}, HALVES, terms))
                .hasMessage("dividends[0][1] must be finite and not negative, was -0.01");
        assertThatThrownBy(() -> AllocationBacktest.run(PRICES, new double[][] {{0, 0}}, HALVES, terms))
                .hasMessageContaining("returns and dividends must have the same length");
    }

    private static double wealth(AllocationBacktest run) {
        return (1 + run.returns()[0]) * (1 + run.returns()[1]);
    }
}
