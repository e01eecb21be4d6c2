package io.riskwatch.quant.backtest;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.kernel.CrossSweep;
import java.util.List;

/**
 * Which of many moving-average crosses would have been best on one instrument.
 *
 * <p>Each variant is what {@link RuleBacktest} answers for its rule with fractional units and the last position marked at the last
 * close: decided on the close, filled at the next open, at these costs. Equal to it on every variant: the number of trades exactly,
 * the other figures to 1e-10. The same bytes on any number of threads. Cost: fast x slow x bars,
 * about 1 ns each on AVX-512.
 *
 * <p>The best of many is lucky by selection: see {@link Trials}.
 */
public final class MovingAverageSweep {
    private final PriceBars bars;
    private final TradingCosts costs;
    private final List<MovingAverageCross> rules;
    private final Trials trials;
    private final int[] closedTrades;

    private MovingAverageSweep(PriceBars bars, TradingCosts costs, List<MovingAverageCross> rules) {
        this.bars = bars;
        this.costs = costs;
        this.rules = rules;
        this.trials = new Trials(rules.size());
        this.closedTrades = new int[rules.size()];
    }

    /** Runs the grid in the calling thread. */
    public static MovingAverageSweep run(PriceBars bars, MovingAverageGrid grid, TradingCosts costs) {
        return run(bars, grid, costs, 1);
    }

    /**
     * Runs the grid.
     *
     * @param bars at least one more than the longest slow window
     * @param threads that share the work, at least 1
     */
    public static MovingAverageSweep run(PriceBars bars, MovingAverageGrid grid, TradingCosts costs, int threads) {
        Arguments.atLeast("threads", threads, 1);
        int[] fast = grid.fast().stream().mapToInt(Integer::intValue).toArray();
        int[] slow = grid.slow().stream().mapToInt(Integer::intValue).toArray();
        for (int window : slow) {
            Arguments.atLeast("bars", bars.size(), window + 1);
        }
        CrossSweep.Market market = new CrossSweep.Market(
                bars.opens(),
                bars.closes(),
                costs.commissionRate(),
                costs.slippageRate(),
                grid.below() == Position.SHORT);
        CrossSweep swept = CrossSweep.run(market, fast, slow, threads);
        MovingAverageSweep sweep = new MovingAverageSweep(bars, costs, grid.rules());
        int variant = 0;
        for (int i = 0; i < fast.length; i++) {
            for (int j = 0; j < slow.length; j++) {
                if (slow[j] > fast[i]) {
                    sweep.record(variant++, swept, i, j);
                }
            }
        }
        return sweep;
    }

    private void record(int variant, CrossSweep swept, int fast, int slow) {
        double leastOfPeak = swept.leastOfPeak(fast, slow);
        closedTrades[variant] = swept.trades(fast, slow);
        if (leastOfPeak > 0) {
            trials.succeed(
                    variant,
                    SweepOutcome.of(
                            swept.wealth(fast, slow),
                            bars.size() - 1,
                            0,
                            swept.sum(fast, slow),
                            swept.sumOfSquares(fast, slow),
                            leastOfPeak));
        } else {
            trials.fail(variant, "backtest has no value: the position had lost the whole equity");
        }
    }

    /** The rules, in the order of the variants. */
    public List<MovingAverageCross> rules() {
        return rules;
    }

    /** What each variant earned. */
    public Trials trials() {
        return trials;
    }

    /** Number of positions the variant opened and closed; one still held at the end is not counted. */
    public int closedTrades(int variant) {
        trials.outcome(variant);
        return closedTrades[variant];
    }

    /** The whole story of one variant: equity, trades, returns. */
    public RuleBacktest replay(int variant) {
        Arguments.within("variant", variant, 0, rules.size() - 1);
        return RuleBacktest.run(bars, rules.get(variant), RuleBacktest.Settings.of(1, costs));
    }

    /**
     * Simple returns of some variants, {@code double[periods][variants]}, ready for {@link OverfittingProbability} and
     * {@link WalkForward}. Memory: periods x variants x 8 bytes.
     */
    public double[][] returns(int... variants) {
        double[][] returns = new double[bars.size() - 1][variants.length];
        for (int k = 0; k < variants.length; k++) {
            double[] one = replay(variants[k]).returns();
            for (int t = 0; t < one.length; t++) {
                returns[t][k] = one[t];
            }
        }
        return returns;
    }
}
