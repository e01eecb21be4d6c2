package io.riskwatch.analytics.analysis;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The job message, as {@code contract/job/analysis-job.schema.json} says; the schema has been checked before this is built. */
public record AnalysisJob(
        int schemaVersion,
        UUID analysisId,
        UUID organisationId,
        String kind,
        Instant requestedAt,
        String baseCurrency,
        @Nullable List<Holding> holdings,
        @Nullable List<Cash> cash,
        @Nullable InlineData data,
        @Nullable List<Double> weights,
        @Nullable Double cashWeight,
        @Nullable Amount value,
        @Nullable KnownWindow window,
        JsonNode parameters) {

    public AnalysisJob {
        holdings = holdings == null ? null : List.copyOf(holdings);
        cash = cash == null ? null : List.copyOf(cash);
        weights = weights == null ? null : List.copyOf(weights);
    }

    /**
     * Something held: by quantity or by weight, never both.
     *
     * @param assetClass what it is, as market data has it; null when nobody says
     * @param sector its industry, likewise
     * @param region where it is, likewise
     */
    public record Holding(
            String symbol,
            @Nullable BigDecimal quantity,
            @Nullable Double weight,
            @Nullable String assetClass,
            @Nullable String sector,
            @Nullable String region) {

        public Holding(String symbol, @Nullable BigDecimal quantity, @Nullable Double weight) {
            this(symbol, quantity, weight, null, null, null);
        }
    }

    /** Money held (positive) or owed (negative). */
    public record Cash(String currency, BigDecimal amount) {}

    public record Amount(BigDecimal amount, String currency) {}

    /** The first and the last day to look at, where the sender knows them. */
    public record KnownWindow(LocalDate from, LocalDate to) {}

    /** The caller's own prices, one row per date, one column per symbol; null where there was none. */
    public record InlineData(List<String> symbols, List<LocalDate> dates, List<List<@Nullable Double>> prices) {

        public InlineData {
            symbols = List.copyOf(symbols);
            dates = List.copyOf(dates);
            prices = List.copyOf(prices);
        }
    }
}
