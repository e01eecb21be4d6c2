package io.riskwatch.quant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.performance.Drawdowns;
import io.riskwatch.quant.performance.SharpeRatio;
import io.riskwatch.quant.performance.SharpeSignificance;
import io.riskwatch.quant.performance.Volatility;
import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MovingAverageSweepTest {
    private static final Offset<Double> TOLERANCE = within(1e-10);
    private static final TradingCosts COSTS = new TradingCosts(0.001, 0.0005);
    private static final PriceBars BARS = bars(7, 900, 0.01);

    @Property(tries = 25)
    void everyVariantIsThePlainBacktestOfItsRule(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @IntRange(min = 40, max = 300) int size,
            @ForAll @DoubleRange(min = 0, max = 0.05) double commission,
            @ForAll @DoubleRange(min = 0, max = 0.02) double slippage,
            @ForAll boolean shortBelow) {
        PriceBars bars = bars(seed, size, 0.02);
        Philox4x32 random = new Philox4x32(seed, 1);
        List<Integer> fast = IntStream.range(0, 5)
                .mapToObj(i -> 1 + (int) (20 * Variates.uniform(random)))
                .toList();
        List<Integer> slow = IntStream.range(0, 19)
                .mapToObj(i -> 2 + (int) (38 * Variates.uniform(random)))
                .toList();
        Position below = shortBelow ? Position.SHORT : Position.FLAT;
        MovingAverageGrid grid = new MovingAverageGrid(fast, append(slow, 39), below);
        holdsToThePlainBacktest(bars, grid, new TradingCosts(commission, slippage));
    }

    @Property(tries = 25)
    void pricesFullOfTiesDecideAlike(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 1, max = 3) int levels) {
        // closes on a few levels of cents, with long flat stretches: averages meet exactly, again and again
        Philox4x32 random = new Philox4x32(seed, 2);
        double[] closes = new double[160];
        closes[0] = 10.1;
        for (int t = 1; t < closes.length; t++) {
            boolean moves = Variates.uniform(random) < 0.3;
            closes[t] = moves ? 10.1 + 0.01 * (int) (levels * Variates.uniform(random) + 0.5) : closes[t - 1];
        }
        MovingAverageGrid grid = new MovingAverageGrid(List.of(1, 2, 3, 5, 8), range(2, 25), Position.FLAT);
        holdsToThePlainBacktest(PriceBars.of(closes, closes), grid, COSTS);
    }

    private static void holdsToThePlainBacktest(PriceBars bars, MovingAverageGrid grid, TradingCosts costs) {
        MovingAverageSweep sweep = MovingAverageSweep.run(bars, grid, costs);
        assertThat(sweep.trials().size()).isEqualTo(sweep.rules().size());
        for (int i = 0; i < sweep.rules().size(); i++) {
            MovingAverageCross rule = sweep.rules().get(i);
            RuleBacktest plain;
            try {
                plain = RuleBacktest.run(bars, rule, RuleBacktest.Settings.of(1000, costs));
            } catch (UndefinedMeasureException ruined) {
                assertThat(sweep.trials().failure(i)).as("%s", rule).isPresent();
                continue;
            }
            SweepOutcome outcome = sweep.trials().outcome(i);
            assertThat(sweep.closedTrades(i))
                    .as("%s", rule)
                    .isEqualTo(plain.trades().size());
            assertThat(outcome.totalReturn()).as("%s", rule).isCloseTo(plain.totalReturn(), TOLERANCE);
            assertThat(outcome.maxDrawdown())
                    .as("%s", rule)
                    .isCloseTo(Drawdowns.ofValues(plain.equity()).maximum(), TOLERANCE);
            assertThat(outcome.volatility())
                    .as("%s", rule)
                    .isCloseTo(Volatility.annualised(plain.returns(), 1), TOLERANCE);
            if (outcome.volatility() > 0) {
                assertThat(outcome.sharpeRatio(0.0001))
                        .as("%s", rule)
                        .isCloseTo(SharpeRatio.annualised(plain.returns(), 0.0001, 1), TOLERANCE);
            }
        }
    }

    @Test
    void theSameBytesComeFromOneTwoAndSevenThreads() {
        MovingAverageGrid grid = new MovingAverageGrid(range(3, 30), range(31, 80), Position.SHORT);
        List<SweepOutcome> one = outcomes(MovingAverageSweep.run(BARS, grid, COSTS, 1));
        assertThat(one).hasSize(27 * 49).doesNotContainNull();
        assertThat(outcomes(MovingAverageSweep.run(BARS, grid, COSTS, 2))).isEqualTo(one);
        assertThat(outcomes(MovingAverageSweep.run(BARS, grid, COSTS, 7))).isEqualTo(one);
    }

    private static List<SweepOutcome> outcomes(MovingAverageSweep sweep) {
        return IntStream.range(0, sweep.trials().size())
                .mapToObj(sweep.trials()::outcome)
                .toList();
    }

    @Test
    void theBestOfManyRulesOnARandomWalkIsSeenToBeLuck() {
        MovingAverageGrid grid = new MovingAverageGrid(range(2, 22), range(25, 75), Position.SHORT);
        MovingAverageSweep sweep = MovingAverageSweep.run(BARS, grid, TradingCosts.NONE);
        int best = sweep.trials().best(0);
        double[] returns = sweep.replay(best).returns();
        SharpeSignificance judged = SharpeSignificance.of(returns, 0);
        double deflated =
                judged.deflated(sweep.trials().judged().length, sweep.trials().varianceOfSharpeRatios(0));
        assertThat(judged.sharpeRatio()).isCloseTo(sweep.trials().outcome(best).sharpeRatio(0), within(1e-10));
        assertThat(deflated).isLessThan(0.9).isLessThan(judged.probabilityAbove(0));
        double[][] some = sweep.returns(0, 250, 500, best);
        assertThat(IntStream.range(0, some.length).mapToDouble(t -> some[t][3]).toArray())
                .isEqualTo(returns);
        assertThat(OverfittingProbability.of(some, 6, r -> SharpeRatio.annualised(r, 0, 252))
                        .value())
                .isBetween(0.0, 1.0);
    }

    @Test
    void aRuleThatNeverTradesHasNoRatioAndIsNotJudged() {
        double[] rising = IntStream.range(0, 60).mapToDouble(t -> 10 + t).toArray();
        MovingAverageSweep sweep = MovingAverageSweep.run(
                PriceBars.of(rising, rising),
                new MovingAverageGrid(List.of(2), List.of(5, 9), Position.FLAT),
                TradingCosts.NONE);
        assertThat(sweep.trials().judged()).isEmpty();
        assertThat(sweep.trials().outcome(1)).isEqualTo(new SweepOutcome(0, 0, 0, 0));
        assertThatThrownBy(() -> sweep.trials().best(0)).hasMessageContaining("no variant has a Sharpe ratio");
        assertThatThrownBy(() -> sweep.trials().outcome(1).sharpeRatio(0))
                .isInstanceOf(UndefinedMeasureException.class)
                .hasMessageContaining("never vary");
    }

    @Test
    void aRuinedVariantIsToldAndDoesNotEndTheSweep() {
        // falls below its average, is sold short, and trebles
        double[] closes = {10, 11, 12, 11, 10, 9, 30, 31, 32, 33, 34, 35};
        MovingAverageSweep sweep = MovingAverageSweep.run(
                PriceBars.of(closes, closes),
                new MovingAverageGrid(List.of(1), List.of(2, 10), Position.SHORT),
                TradingCosts.NONE);
        assertThat(sweep.trials().failure(0))
                .hasValueSatisfying(why ->
                        assertThat(why).isEqualTo("backtest has no value: the position had lost the whole equity"));
        assertThatThrownBy(() -> sweep.trials().outcome(0)).isInstanceOf(UndefinedMeasureException.class);
        assertThatThrownBy(() -> sweep.closedTrades(0)).isInstanceOf(UndefinedMeasureException.class);
        assertThat(sweep.trials().failure(1)).isEmpty();
        assertThat(sweep.trials().outcome(1).totalReturn()).isZero();
    }

    @Test
    void gridsWithoutAPairAndTooFewBarsAreRefused() {
        assertThatThrownBy(() -> new MovingAverageGrid(List.of(5, 9), List.of(5), Position.FLAT))
                .hasMessage("grid must have a fast window shorter than a slow one, had [5, 9] and [5]");
        assertThatThrownBy(() -> new MovingAverageGrid(List.of(), List.of(), Position.FLAT))
                .hasMessageContaining("grid must have");
        assertThatThrownBy(() -> new MovingAverageGrid(List.of(2, 0), List.of(5), Position.FLAT))
                .hasMessage("fast[1] must be at least 1, was 0");
        assertThatThrownBy(() -> new MovingAverageGrid(List.of(2), List.of(5), Position.LONG))
                .hasMessage("below must be FLAT or SHORT, was LONG");
        MovingAverageGrid grid = new MovingAverageGrid(List.of(2), List.of(5, 1000), Position.FLAT);
        assertThatThrownBy(() -> MovingAverageSweep.run(BARS, grid, COSTS))
                .hasMessage("bars must be at least 1001, was 900");
        MovingAverageGrid small = new MovingAverageGrid(List.of(2), List.of(5), Position.FLAT);
        assertThatThrownBy(() -> MovingAverageSweep.run(BARS, small, COSTS, 0))
                .hasMessage("threads must be at least 1, was 0");
        MovingAverageSweep sweep = MovingAverageSweep.run(BARS, small, COSTS);
        assertThatThrownBy(() -> sweep.replay(1)).hasMessage("variant must lie in [0, 0], was 1.0");
        assertThatThrownBy(() -> sweep.trials().outcome(-1)).hasMessageContaining("variant");
        assertThatThrownBy(() -> sweep.trials().sharpeRatios(Double.NaN)).hasMessageContaining("riskFreePerPeriod");
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static List<Integer> append(List<Integer> list, int last) {
        return IntStream.concat(list.stream().mapToInt(i -> i), IntStream.of(last))
                .boxed()
                .toList();
    }

    private static PriceBars bars(long seed, int size, double volatility) {
        Philox4x32 random = new Philox4x32(seed, 0);
        double[] opens = new double[size];
        double[] closes = new double[size];
        for (int t = 0; t < size; t++) {
            opens[t] = (t == 0 ? 100 : closes[t - 1]) * Math.exp(volatility / 4 * Variates.normal(random));
            closes[t] = opens[t] * Math.exp(volatility * Variates.normal(random));
        }
        return PriceBars.of(opens, closes);
    }
}
