package io.riskwatch.analytics.analysis;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    /** The same holdings asked about otherwise. */
    public AnalysisJob asking(String otherKind, JsonNode otherParameters) {
        return with(holdings, otherKind, otherParameters);
    }

    /** The same with other holdings. */
    public AnalysisJob withHoldings(List<Holding> others) {
        return with(others, kind, parameters);
    }

    private AnalysisJob with(@Nullable List<Holding> others, String otherKind, JsonNode otherParameters) {
        return new AnalysisJob(
                schemaVersion,
                analysisId,
                organisationId,
                otherKind,
                requestedAt,
                baseCurrency,
                others,
                cash,
                data,
                weights,
                cashWeight,
                value,
                window,
                otherParameters);
    }

    /**
     * Something held: by quantity or by weight, never both.
     *
     * @param assetClass what it is, as market data has it; null when nobody says
     * @param sector its industry, likewise
     * @param region where it is, likewise
     * @param lots what was bought when, under each method that sold by it; a method that is not there has those of FIFO. Null
     *     when nobody says
     */
    public record Holding(
            String symbol,
            @Nullable BigDecimal quantity,
            @Nullable Double weight,
            @Nullable String assetClass,
            @Nullable String sector,
            @Nullable String region,
            @Nullable Map<LotMethod, List<Lot>> lots) {

        public Holding {
            lots = lots == null ? null : Map.copyOf(lots);
        }

        public Holding(String symbol, @Nullable BigDecimal quantity, @Nullable Double weight) {
            this(symbol, quantity, weight, null, null, null, null);
        }
    }

    /** Which lots a sale consumes, as the ledger knows it. */
    public enum LotMethod {
        FIFO,
        LIFO,
        HIFO,
        AVERAGE
    }

    /**
     * Units that came in together; of what is sold short quantity and cost are negative.
     *
     * @param cost of all of them, fees included, in the base currency; null when it is not known
     * @param localCost the same in the currency they are booked in, where that is another one
     * @param merged how many lots of the ledger this one stands for, null for one
     */
    public record Lot(
            LocalDate acquired,
            BigDecimal quantity,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal localCost,
            @Nullable Integer merged) {}

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
