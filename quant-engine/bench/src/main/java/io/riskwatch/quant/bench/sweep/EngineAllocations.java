package io.riskwatch.quant.bench.sweep;

import io.riskwatch.quant.backtest.AllocationBacktest;
import io.riskwatch.quant.backtest.AllocationSweep;
import io.riskwatch.quant.backtest.RebalancingRule;
import io.riskwatch.quant.backtest.SweepOutcome;
import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.Stopwatch;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The engine's sweep of rebalanced allocations. */
public final class EngineAllocations implements Contender {
    private final double[][] returns = TenAssets.returns();
    private final List<AllocationSweep.Variant> variants = IntStream.range(0, TenAssets.VARIANTS)
            .mapToObj(v -> new AllocationSweep.Variant(
                    Arrays.stream(TenAssets.target(v)).boxed().toList(), new RebalancingRule.Every(TenAssets.EVERY)))
            .toList();

    @Override
    public int warmUps() {
        return 150;
    }

    @Override
    public String run(Stopwatch watch) {
        AllocationSweep sweep =
                AllocationSweep.run(returns, variants, TenAssets.COST_RATE, AllocationBacktest.Entry.FREE);
        double best = Double.NEGATIVE_INFINITY;
        double volatilities = 0;
        double deepest = 0;
        double turnover = 0;
        for (int v = 0; v < variants.size(); v++) {
            SweepOutcome outcome = sweep.trials().outcome(v);
            best = Math.max(best, outcome.totalReturn());
            volatilities += outcome.volatility();
            deepest = Math.min(deepest, outcome.maxDrawdown());
            turnover += sweep.turnover(v);
        }
        return String.format(
                Locale.ROOT,
                "best %.12f meanVolatility %.12f deepestDrawdown %.12f meanTurnover %.12f",
                best,
                volatilities / variants.size(),
                deepest,
                turnover / variants.size());
    }
}
