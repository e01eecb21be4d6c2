package io.riskwatch.quant.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.quant.backtest.AllocationBacktest;
import io.riskwatch.quant.backtest.MovingAverage;
import io.riskwatch.quant.backtest.RebalancingRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BacktestOracleTest {
    static List<OracleCase> cases() {
        return OracleCases.of("backtest");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void rulesMatchTheReference(OracleCase one) {
        one.assertMatches(
                switch (one.id()) {
                    case "BKT-01" -> rebalanced(one);
                    case "BKT-05" -> {
                        double[] x = one.array("x");
                        List<Object> padded = new ArrayList<>(List.of("none", "none"));
                        for (double average : MovingAverage.simple(x, 3)) {
                            padded.add(average);
                        }
                        yield Map.of(
                                "sma3", padded,
                                "ema3", MovingAverage.exponential(x, 3),
                                "wilder3", MovingAverage.wilder(x, 3));
                    }
                    default -> throw new AssertionError("no computation for " + one.id());
                });
    }

    /** January at w0; both assets earn the same, so the weights have not drifted when w1 is bought for February. */
    private static Map<String, ?> rebalanced(OracleCase one) {
        RebalancingRule never = new RebalancingRule.Never();
        AllocationBacktest january = AllocationBacktest.run(
                new double[][] {one.array("r1")}, one.array("w0"), never, 0, AllocationBacktest.Entry.FREE);
        assertThat(january.finalWeights()).containsExactly(one.array("w0"), Offset.offset(1e-15));
        double turnover = AllocationBacktest.turnover(january.finalWeights(), one.array("w1"));
        double february = AllocationBacktest.run(
                        new double[][] {one.array("r2")}, one.array("w1"), never, 0, AllocationBacktest.Entry.FREE)
                .returns()[0];
        return Map.of(
                "jan",
                january.returns()[0],
                "turnover",
                turnover,
                "feb_no_cost",
                february,
                "feb_cost",
                AllocationBacktest.afterCost(february, turnover, one.number("cost")));
    }
}
