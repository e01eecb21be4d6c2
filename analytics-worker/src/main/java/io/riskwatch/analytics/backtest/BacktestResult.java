package io.riskwatch.analytics.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riskwatch.analytics.report.Inputs;
import io.riskwatch.analytics.report.Provenance;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result document of kind backtest, as {@code contract/result} says; money in the base currency. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BacktestResult(
        int schemaVersion,
        String kind,
        Provenance provenance,
        List<String> assumptions,
        List<String> sentences,
        Inputs inputs,
        Strategy strategy,
        String variant,
        int variantsTried,
        LocalDate from,
        Equity equity,
        Metrics metrics,
        Metrics buyAndHold,
        @Nullable Beside benchmark,
        Turnover turnover,
        Costs costs,
        List<Variant> variants,
        List<Year> yearly,
        @Nullable Rolling rolling,
        List<Object> trades,
        int tradesInAll,
        @Nullable Double timeInvested,
        @Nullable Drift drift,
        @Nullable WalkForwardFigures walkForward,
        @Nullable Deflated deflatedSharpe,
        Map<String, String> absent) {

    /** The value in time, as few points as a chart needs; beside it what was held without trading, and the benchmark. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @SuppressWarnings("ArrayRecordComponent") // written as JSON, never compared
    record Equity(
            List<LocalDate> dates,
            double[] value,
            double[] drawdown,
            double[] buyAndHold,
            double @Nullable [] benchmark) {}

    /** The benchmark, and the strategy beside it, per year. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Beside(
            String symbol,
            Metrics metrics,
            double activeReturn,
            double trackingError,
            @Nullable Double informationRatio,
            @Nullable Double beta,
            @Nullable Double alpha) {}

    /** Bought and sold together over the value: in all, and per year. */
    record Turnover(double total, double perYear) {}

    /**
     * What trading took.
     *
     * @param rate fee and slippage, share of the traded amount
     * @param amount in all, in money
     * @param drag what it took from the annual growth
     */
    record Costs(double rate, double amount, double drag) {}

    /** One of what was tried. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Variant(
            String name, double totalReturn, @Nullable Double sharpe) {}

    /**
     * A calendar year, or the part of it that the window holds.
     *
     * @param days how many returns of it there are
     * @param difference of the strategy's return to the benchmark's; without one, to that of buy and hold
     * @param maxDrawdown the deepest fall within the year, 0 or negative
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Year(
            String year,
            int days,
            double totalReturn,
            double buyAndHold,
            @Nullable Double benchmark,
            double difference,
            double maxDrawdown) {}

    /** Returns of every year within the window: 252 days, beginning on any day. */
    record Rolling(int days, double worst, double median, double best, double lossShare) {}

    /** A purchase or a rebalancing. */
    record Rebalance(LocalDate date, double turnover, double cost, double widestDrift) {}

    /** A position of a rule; without exit while it is held. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleTrade(
            String side,
            LocalDate entry,
            @Nullable LocalDate exit,
            double profit,
            double returnOnEntry,
            @Nullable Double commission) {}

    /** How the weights of the largest holdings drifted: one row per date, one column per symbol. */
    @SuppressWarnings("ArrayRecordComponent") // written as JSON, never compared
    record Drift(List<LocalDate> dates, List<String> symbols, double[][] weights) {}

    /** Chosen without hindsight, beside the variant shown in the same time. */
    record WalkForwardFigures(int train, int test, Metrics metrics, Metrics withHindsight, List<Choice> choices) {}

    record Choice(LocalDate from, LocalDate to, String variant) {}

    /**
     * The deflated Sharpe ratio.
     *
     * @param probability that the true ratio is above what the best of so many worthless variants is expected to show
     * @param sharpe annual, observed
     * @param expectedBest annual, of worthless variants
     */
    record Deflated(double probability, int trials, double sharpe, double expectedBest) {}
}
