package io.riskwatch.analytics.optimization;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riskwatch.analytics.report.Inputs;
import io.riskwatch.analytics.report.Provenance;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result document of kind optimization, as {@code contract/result} says; figures are annual, weights shares of the value. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OptimizationResult(
        int schemaVersion,
        String kind,
        Provenance provenance,
        List<String> assumptions,
        List<String> sentences,
        Inputs inputs,
        Objective objective,
        @Nullable Double targetReturn,
        @Nullable Double targetVolatility,
        List<Weight> weights,
        double cashWeight,
        double expectedReturn,
        double volatility,
        double turnover,
        Standing today,
        Standing target,
        @Nullable Standing afterTrades,
        List<Point> frontier,
        @Nullable List<TradeList.Trade> trades,
        @Nullable Double tradeCost,
        @Nullable Double cashAfter,
        @Nullable List<RealisedGain> realisedGains,
        Map<String, String> absent) {

    /**
     * One holding.
     *
     * @param today share of the value now
     * @param target share the objective asks for
     * @param afterTrades share that whole shares reach
     * @param riskShare part of the target's volatility it causes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Weight(
            String symbol,
            double today,
            double target,
            @Nullable Double afterTrades,
            double riskShare) {}

    /**
     * How a portfolio stands.
     *
     * @param valueAtRisk historical, 95 %, 21 days, a fraction
     * @param effectiveHoldings as many equal ones would be as concentrated
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(
            double expectedReturn,
            double volatility,
            @Nullable Double sharpe,
            double valueAtRisk,
            double expectedShortfall,
            double valueAtRiskAmount,
            double expectedShortfallAmount,
            double effectiveHoldings) {}

    /** One point of the frontier; its weights where there are few holdings. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @SuppressWarnings("ArrayRecordComponent") // written as JSON, never compared
    record Point(double expectedReturn, double volatility, double @Nullable [] weights) {}
}
