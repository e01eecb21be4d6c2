package io.riskwatch.quant.backtest;

import io.riskwatch.quant.Arguments;
import java.util.List;
import java.util.Optional;

/**
 * What a trading rule would have earned on one instrument: decided on the close, filled at the NEXT open.
 *
 * <p>The whole equity goes into each position: units = equity / (fill price x (1 + commission rate)), for a short position as for
 * a long one. A change of side closes first and then opens, both at the same bar's open. A decision at the last close is not
 * carried out. A position still held at the end is marked at the last close and is no trade.
 *
 * <p>Convention as backtesting.py and backtrader (signal on close, fill at next open). The former ends by selling at the last
 * bar's open, which {@link Ending#SOLD_AT_LAST_OPEN} repeats.
 */
public final class RuleBacktest {
    private final PriceBars bars;
    private final int firstDecision;
    private final double[] equity;
    private final List<Trade> trades;
    private final Optional<OpenPosition> open;
    private final int barsHeld;

    /** In what quantities one may trade. */
    public enum Units {
        FRACTIONAL,
        /** Rounded down; a capital too small for one unit stays in cash. */
        WHOLE
    }

    /** What becomes of a position at the end. */
    public enum Ending {
        /** Kept and valued at the last close. */
        MARKED_AT_LAST_CLOSE,
        /** Sold at the open of the last bar, as backtesting.py's {@code finalize_trades}; to compare with that peer only. */
        SOLD_AT_LAST_OPEN
    }

    /**
     * How the rule is carried out.
     *
     * @param capital money at the beginning, greater than 0
     * @param costs of every fill
     * @param units whole or fractional
     * @param ending of a position held at the end
     */
    public record Settings(double capital, TradingCosts costs, Units units, Ending ending) {
        public Settings {
            Arguments.positive("capital", capital);
        }

        /** Fractional units and the last position marked at the last close. */
        public static Settings of(double capital, TradingCosts costs) {
            return new Settings(capital, costs, Units.FRACTIONAL, Ending.MARKED_AT_LAST_CLOSE);
        }
    }

    /**
     * A position that was not closed.
     *
     * @param entryBar index of the bar at whose open it was entered
     * @param units positive if long, negative if short
     * @param entryPrice of the fill, slippage included
     * @param unrealised gain at the last close, after the commission of the entry
     */
    public record OpenPosition(int entryBar, double units, double entryPrice, double unrealised) {}

    private RuleBacktest(PriceBars bars, int firstDecision, RuleBroker broker, double[] equity) {
        this.bars = bars;
        this.firstDecision = firstDecision;
        this.equity = equity;
        this.trades = broker.trades();
        this.open = broker.open(bars.close(bars.size() - 1));
        this.barsHeld = broker.barsHeld();
    }

    /**
     * Runs the rule over the bars. Refuses fewer bars than the rule needs for one decision and one fill; a short position whose
     * loss exceeds the equity ends the run as undefined.
     */
    public static RuleBacktest run(PriceBars bars, TradingRule rule, Settings settings) {
        Arguments.atLeast("bars", bars.size(), rule.firstDecision() + 2);
        List<Position> decisions = rule.decide(bars.closes());
        Arguments.sameLength("decisions", decisions.size(), "bars", bars.size());
        RuleBroker broker = new RuleBroker(settings);
        double[] equity = new double[bars.size()];
        equity[0] = settings.capital();
        for (int t = 1; t < equity.length; t++) {
            broker.hold(decisions.get(t - 1), t, bars.open(t));
            if (t == equity.length - 1 && settings.ending() == Ending.SOLD_AT_LAST_OPEN) {
                broker.hold(Position.FLAT, t, bars.open(t));
            }
            equity[t] = broker.equity(t, bars.close(t));
        }
        return new RuleBacktest(bars, rule.firstDecision(), broker, equity);
    }

    /** Money at each close, the capital first. */
    public double[] equity() {
        return equity.clone();
    }

    /** Simple return from each close to the next: one fewer than bars, ready for the measures of performance. */
    public double[] returns() {
        double[] returns = new double[equity.length - 1];
        for (int t = 0; t < returns.length; t++) {
            returns[t] = equity[t + 1] / equity[t] - 1;
        }
        return returns;
    }

    /** Gain over the whole time as a fraction of the capital. */
    public double totalReturn() {
        return equity[equity.length - 1] / equity[0] - 1;
    }

    /** What owning the instrument earned from the close of the rule's first decision to the last close, without costs. */
    public double buyAndHoldReturn() {
        return bars.close(bars.size() - 1) / bars.close(firstDecision) - 1;
    }

    /** Share of bars at whose close a position was held, in [0, 1]. */
    public double exposure() {
        return (double) barsHeld / bars.size();
    }

    /** The closed trades in their order. */
    public List<Trade> trades() {
        return trades;
    }

    /** Statistics of {@link #trades()}. */
    public TradeStatistics statistics() {
        return TradeStatistics.of(trades);
    }

    /** The position held at the last close, if any. */
    public Optional<OpenPosition> openPosition() {
        return open;
    }
}
