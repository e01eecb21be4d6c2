package io.riskwatch.quant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.backtest.RuleBacktest.Ending;
import io.riskwatch.quant.backtest.RuleBacktest.Settings;
import io.riskwatch.quant.backtest.RuleBacktest.Units;
import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RuleBacktestTest {
    private static final PriceBars BARS =
            PriceBars.of(new double[] {10, 10, 12, 11, 9}, new double[] {10, 11, 12, 10, 8});

    /** Fixed decisions, known from the first close on. */
    private record Script(List<Position> decisions) implements TradingRule {
        Script(Position... decisions) {
            this(List.of(decisions));
        }

        @Override
        public List<Position> decide(double[] closes) {
            return decisions;
        }

        @Override
        public int firstDecision() {
            return 0;
        }
    }

    private static final TradingRule LONG_THEN_FLAT =
            new Script(Position.FLAT, Position.LONG, Position.FLAT, Position.FLAT, Position.FLAT);
    private static final TradingRule LONG_THEN_SHORT =
            new Script(Position.LONG, Position.LONG, Position.SHORT, Position.SHORT, Position.LONG);

    @Test
    void aDecisionOnTheCloseIsFilledAtTheNextOpen() {
        // wanted at close 1, bought at open 2 for 12; not wanted at close 2, sold at open 3 for 11
        RuleBacktest run = RuleBacktest.run(BARS, LONG_THEN_FLAT, Settings.of(1200, TradingCosts.NONE));
        assertThat(run.trades()).containsExactly(new Trade(2, 3, 100, 12, 11, 0));
        assertThat(run.equity()).containsExactly(new double[] {1200, 1200, 1200, 1100, 1100}, Offset.offset(1e-12));
        assertThat(run.exposure()).isEqualTo(0.2);
        assertThat(run.openPosition()).isEmpty();
        assertThat(run.totalReturn()).isCloseTo(-1 / 12.0, within(1e-15));
        assertThat(run.buyAndHoldReturn()).isCloseTo(-0.2, within(1e-15));
    }

    @Test
    void theLastPositionIsMarkedAtTheLastCloseAndIsNoTrade() {
        // 100 units at 10, sold at 11; 100 sold short at 11, owed at 8 in the end
        RuleBacktest run = RuleBacktest.run(BARS, LONG_THEN_SHORT, Settings.of(1000, TradingCosts.NONE));
        assertThat(run.trades()).containsExactly(new Trade(1, 3, 100, 10, 11, 0));
        assertThat(run.equity()).containsExactly(new double[] {1000, 1100, 1200, 1200, 1400}, Offset.offset(1e-12));
        assertThat(run.openPosition()).contains(new RuleBacktest.OpenPosition(3, -100, 11, 300));
    }

    @Test
    void thePeersEndingSellsAtTheLastOpen() {
        RuleBacktest run = RuleBacktest.run(
                BARS,
                LONG_THEN_SHORT,
                new Settings(1000, TradingCosts.NONE, Units.FRACTIONAL, Ending.SOLD_AT_LAST_OPEN));
        assertThat(run.trades()).endsWith(new Trade(3, 4, -100, 11, 9, 0));
        assertThat(run.equity()[4]).isCloseTo(1300, within(1e-12));
        assertThat(run.openPosition()).isEmpty();
    }

    @Test
    void commissionAndSlippageAreTakenFromEveryFill() {
        // fill 12 x 1.01 = 12.12, cost 1 %: 1224.12 / 12.2412 = 100 units; sold at 11 x 0.99 = 10.89 less 1 %
        RuleBacktest run = RuleBacktest.run(BARS, LONG_THEN_FLAT, Settings.of(1224.12, new TradingCosts(0.01, 0.01)));
        Trade trade = run.trades().getFirst();
        assertThat(trade.units()).isCloseTo(100, within(1e-9));
        assertThat(trade.entryPrice()).isCloseTo(12.12, within(1e-12));
        assertThat(trade.exitPrice()).isCloseTo(10.89, within(1e-12));
        assertThat(trade.commission()).isCloseTo(12.12 + 10.89, within(1e-9));
        assertThat(run.equity()[4]).isCloseTo(1089 - 10.89, within(1e-9));
        assertThat(trade.profit()).isCloseTo(run.equity()[4] - 1224.12, within(1e-9));
    }

    @Test
    void wholeUnitsLeaveTheRestInCash() {
        Settings whole = new Settings(1000, TradingCosts.NONE, Units.WHOLE, Ending.MARKED_AT_LAST_CLOSE);
        assertThat(RuleBacktest.run(BARS, LONG_THEN_FLAT, whole)
                        .trades()
                        .getFirst()
                        .units())
                .isEqualTo(83);
        Settings poor = new Settings(11, TradingCosts.NONE, Units.WHOLE, Ending.MARKED_AT_LAST_CLOSE);
        RuleBacktest idle = RuleBacktest.run(BARS, LONG_THEN_FLAT, poor);
        assertThat(idle.trades()).isEmpty();
        assertThat(idle.totalReturn()).isZero();
    }

    @Test
    void theStatisticsCountWhatTheTradesEarned() {
        TradeStatistics statistics = TradeStatistics.of(List.of(
                new Trade(0, 2, 10, 10, 12, 1), new Trade(2, 3, -10, 12, 13, 1), new Trade(4, 10, 1, 10, 9, 0)));
        assertThat(statistics.count()).isEqualTo(3);
        assertThat(statistics.winRate()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(statistics.profitFactor()).isCloseTo(19.0 / 12, within(1e-15));
        assertThat(statistics.meanProfit()).isCloseTo(7 / 3.0, within(1e-15));
        assertThat(statistics.bestReturn()).isCloseTo(0.19, within(1e-15));
        assertThat(statistics.worstReturn()).isCloseTo(-0.1, within(1e-15));
        assertThat(statistics.meanReturn()).isCloseTo((0.19 - 11 / 120.0 - 0.1) / 3, within(1e-15));
        assertThat(statistics.meanBars()).isEqualTo(3);
    }

    @Test
    void statisticsOfNothingAreUndefined() {
        TradeStatistics none = TradeStatistics.of(List.of());
        assertThatThrownBy(none::winRate)
                .isInstanceOf(UndefinedMeasureException.class)
                .hasMessage("win rate has no value: there was no closed trade");
        assertThatThrownBy(none::bestReturn).isInstanceOf(UndefinedMeasureException.class);
        assertThatThrownBy(none::worstReturn).isInstanceOf(UndefinedMeasureException.class);
        assertThatThrownBy(none::profitFactor).hasMessageContaining("no trade lost");
    }

    @Test
    void theCrossWaitsForACrossingAndCountsOneThatTouches() {
        // fast 1, slow 2: the sign is that of the last change; equal closes keep the side of before
        List<Position> decisions =
                new MovingAverageCross(1, 2, Position.SHORT).decide(new double[] {5, 6, 7, 6, 6, 7, 7, 5});
        assertThat(decisions)
                .containsExactly(
                        Position.FLAT,
                        Position.FLAT,
                        Position.FLAT,
                        Position.SHORT,
                        Position.SHORT,
                        Position.LONG,
                        Position.LONG,
                        Position.SHORT);
    }

    @Test
    void whatCannotBeTradedIsRefused() {
        Settings settings = Settings.of(100, TradingCosts.NONE);
        assertThatThrownBy(() -> PriceBars.of(new double[] {1, -1}, new double[] {1, 1}))
                .hasMessageContaining("opens[1] must be finite and greater than 0, was -1.0");
        assertThatThrownBy(() -> PriceBars.of(new double[] {1, 1}, new double[] {1, 1, 1}))
                .hasMessageContaining("same length");
        assertThatThrownBy(() -> RuleBacktest.run(BARS, new MovingAverageCross(2, 5, Position.FLAT), settings))
                .hasMessage("bars must be at least 6, was 5");
        assertThatThrownBy(() -> new MovingAverageCross(5, 5, Position.FLAT)).hasMessageContaining("slow");
        assertThatThrownBy(() -> new MovingAverageCross(1, 5, Position.LONG)).hasMessageContaining("below");
        assertThatThrownBy(() -> new TradingCosts(1, 0)).hasMessage("commissionRate must lie in [0, 1), was 1.0");
        assertThatThrownBy(() -> new TradingCosts(0, Double.NaN)).hasMessageContaining("slippageRate");
        PriceBars trebled = PriceBars.of(new double[] {1, 1, 1}, new double[] {1, 1, 3});
        TradingRule shorting = new Script(Position.SHORT, Position.SHORT, Position.SHORT);
        assertThatThrownBy(() -> RuleBacktest.run(trebled, shorting, settings))
                .isInstanceOf(UndefinedMeasureException.class)
                .hasMessageContaining("by bar 2");
    }

    @Property(tries = 100)
    void aDecisionDoesNotKnowTheFutureAndEquityIsTheSumOfProfits(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @IntRange(min = 1, max = 4) int fast,
            @ForAll @DoubleRange(min = 0, max = 0.01) double cost) {
        Philox4x32 random = new Philox4x32(seed, 0);
        double[] opens = new double[60];
        double[] closes = new double[60];
        for (int t = 0; t < closes.length; t++) {
            opens[t] = (t == 0 ? 100 : closes[t - 1]) * Math.exp(0.005 * Variates.normal(random));
            closes[t] = opens[t] * Math.exp(0.02 * Variates.normal(random));
        }
        MovingAverageCross rule = new MovingAverageCross(fast, fast + 3, Position.SHORT);
        List<Position> known = rule.decide(closes);
        assertThat(rule.decide(Arrays.copyOf(closes, 40))).isEqualTo(known.subList(0, 40));

        RuleBacktest run = RuleBacktest.run(
                PriceBars.of(opens, closes), rule, Settings.of(1000, new TradingCosts(cost, cost / 2)));
        double profits = run.trades().stream().mapToDouble(Trade::profit).sum()
                + run.openPosition().map(RuleBacktest.OpenPosition::unrealised).orElse(0.0);
        assertThat(run.equity()[59]).isCloseTo(1000 + profits, within(1e-8));
        double wealth = 1;
        for (double r : run.returns()) {
            wealth *= 1 + r;
        }
        assertThat(wealth - 1).isCloseTo(run.totalReturn(), within(1e-12));
        RuleBacktest free = RuleBacktest.run(PriceBars.of(opens, closes), rule, Settings.of(1000, TradingCosts.NONE));
        assertThat(run.totalReturn()).isLessThanOrEqualTo(free.totalReturn() + 1e-12);
    }
}
