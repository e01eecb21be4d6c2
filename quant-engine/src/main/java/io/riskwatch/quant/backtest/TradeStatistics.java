package io.riskwatch.quant.backtest;

import io.riskwatch.quant.UndefinedMeasureException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** How a rule's closed trades went. Every measure of an average refuses an empty list as undefined. */
public final class TradeStatistics {
    private final List<Trade> trades;

    private TradeStatistics(List<Trade> trades) {
        this.trades = List.copyOf(trades);
    }

    /** Statistics of these trades; a position that is still open is not one of them. */
    public static TradeStatistics of(List<Trade> trades) {
        return new TradeStatistics(trades);
    }

    /** Number of closed trades. */
    public int count() {
        return trades.size();
    }

    /** Share of trades with a profit above 0 after costs, in [0, 1]. */
    public double winRate() {
        return average("win rate", trade -> trade.profit() > 0 ? 1 : 0);
    }

    /** Arithmetic mean of {@link Trade#returnOnEntry()}. */
    public double meanReturn() {
        return average("mean trade return", Trade::returnOnEntry);
    }

    /** Mean profit of a trade in money, its expectancy. */
    public double meanProfit() {
        return average("mean profit", Trade::profit);
    }

    /** Mean number of bars from entry to exit. */
    public double meanBars() {
        return average("mean duration", Trade::bars);
    }

    /** Greatest {@link Trade#returnOnEntry()}. */
    public double bestReturn() {
        return each(Trade::returnOnEntry).max().orElseThrow(() -> none("best trade"));
    }

    /** Least {@link Trade#returnOnEntry()}. */
    public double worstReturn() {
        return each(Trade::returnOnEntry).min().orElseThrow(() -> none("worst trade"));
    }

    /** Sum of profits over the sum of losses, in money; above 1 for a rule that earned. Undefined without a loss. */
    public double profitFactor() {
        double lost = -each(Trade::profit).filter(profit -> profit < 0).sum();
        if (lost == 0) {
            throw new UndefinedMeasureException("profit factor has no value: no trade lost");
        }
        return each(Trade::profit).filter(profit -> profit > 0).sum() / lost;
    }

    private double average(String measure, ToDoubleFunction<Trade> of) {
        return each(of).average().orElseThrow(() -> none(measure));
    }

    private DoubleStream each(ToDoubleFunction<Trade> of) {
        return trades.stream().mapToDouble(of);
    }

    private static UndefinedMeasureException none(String measure) {
        return new UndefinedMeasureException(measure + " has no value: there was no closed trade");
    }
}
