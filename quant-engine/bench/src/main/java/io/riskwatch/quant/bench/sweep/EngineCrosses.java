package io.riskwatch.quant.bench.sweep;

import io.riskwatch.quant.backtest.MovingAverageGrid;
import io.riskwatch.quant.backtest.MovingAverageSweep;
import io.riskwatch.quant.backtest.Position;
import io.riskwatch.quant.backtest.PriceBars;
import io.riskwatch.quant.backtest.SweepOutcome;
import io.riskwatch.quant.backtest.TradingCosts;
import io.riskwatch.quant.bench.Contender;
import io.riskwatch.quant.bench.Stopwatch;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The engine's sweep of moving-average crosses. */
public final class EngineCrosses implements Contender {
    private final PriceBars bars = PriceBars.of(OneShare.opens(), OneShare.closes());
    private final MovingAverageGrid grid =
            new MovingAverageGrid(windows(OneShare.SHORTEST_FAST), windows(OneShare.SHORTEST_SLOW), Position.FLAT);

    private static List<Integer> windows(int shortest) {
        return IntStream.range(shortest, shortest + OneShare.WINDOWS).boxed().toList();
    }

    @Override
    public int warmUps() {
        return 120;
    }

    @Override
    public String run(Stopwatch watch) {
        MovingAverageSweep sweep = MovingAverageSweep.run(bars, grid, new TradingCosts(0.001, 0));
        double best = Double.NEGATIVE_INFINITY;
        double volatilities = 0;
        double deepest = 0;
        int trades = 0;
        int diagonal = 0;
        for (int v = 0; v < sweep.rules().size(); v++) {
            SweepOutcome outcome = sweep.trials().outcome(v);
            best = Math.max(best, outcome.totalReturn());
            volatilities += outcome.volatility();
            deepest = Math.min(deepest, outcome.maxDrawdown());
            trades += sweep.closedTrades(v);
            diagonal += v % (OneShare.WINDOWS + 1) == 0 ? sweep.closedTrades(v) : 0;
        }
        return String.format(
                Locale.ROOT,
                "best %.12f meanVolatility %.12f deepestDrawdown %.12f trades %d diagonalTrades %d",
                best,
                volatilities / sweep.rules().size(),
                deepest,
                trades,
                diagonal);
    }
}
