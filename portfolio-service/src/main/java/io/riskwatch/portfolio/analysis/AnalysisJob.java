package io.riskwatch.portfolio.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.marketdata.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The message a worker takes, as the worker's contract has it. Decimals are strings. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnalysisJob(
        int schemaVersion,
        UUID analysisId,
        UUID organisationId,
        String kind,
        Instant requestedAt,
        String baseCurrency,
        @Nullable List<Holding> holdings,
        @Nullable List<Cash> cash,
        @Nullable Data data,
        @Nullable List<Double> weights,
        @Nullable Double cashWeight,
        @Nullable Amount value,
        @Nullable Window window,
        JsonNode parameters) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Holding(
            String symbol,
            @Nullable String quantity,
            @Nullable Double weight,
            @Nullable String assetClass,
            @Nullable String sector,
            @Nullable String region,
            @Nullable Map<LotMethod, List<JobLot>> lots) {

        Holding(String symbol, @Nullable String quantity, @Nullable Double weight) {
            this(symbol, quantity, weight, null, null, null, null);
        }

        /** The same with what market data says it is. */
        Holding described(Instrument instrument) {
            return new Holding(
                    symbol, quantity, weight, instrument.type(), instrument.sector(), instrument.region(), lots);
        }

        /** The same with its lots. */
        Holding with(Map<LotMethod, List<JobLot>> itsLots) {
            return new Holding(symbol, quantity, weight, assetClass, sector, region, itsLots);
        }
    }

    record Cash(String currency, String amount) {}

    record Data(List<String> symbols, List<LocalDate> dates, List<List<@Nullable Double>> prices) {}

    record Amount(String amount, String currency) {}

    /** The days looked at, where they are known beforehand. */
    record Window(LocalDate from, LocalDate to) {}

    Subject subject() {
        return new Subject(baseCurrency, holdings, cash, data, weights, cashWeight, value);
    }

    /** What is analysed, frozen: everything of a job but whose it is. */
    record Subject(
            String baseCurrency,
            @Nullable List<Holding> holdings,
            @Nullable List<Cash> cash,
            @Nullable Data data,
            @Nullable List<Double> weights,
            @Nullable Double cashWeight,
            @Nullable Amount value) {

        /** The same with what the holdings are, as far as it is known. */
        Subject described(Map<String, Instrument> instruments) {
            return withHoldings(holding -> Optional.ofNullable(instruments.get(holding.symbol))
                    .map(holding::described)
                    .orElse(holding));
        }

        /** The same with what the holdings were bought in, as far as it is known and still what is held. */
        Subject with(Map<String, OpenLots> lots) {
            return withHoldings(holding -> Optional.ofNullable(lots.get(holding.symbol))
                    .filter(open -> open.are(holding.quantity))
                    .map(open -> holding.with(open.byMethod()))
                    .orElse(holding));
        }

        private Subject withHoldings(UnaryOperator<Holding> change) {
            return holdings == null
                    ? this
                    : new Subject(
                            baseCurrency,
                            holdings.stream().map(change).toList(),
                            cash,
                            data,
                            weights,
                            cashWeight,
                            value);
        }

        /** How many different things are looked at. */
        int assets() {
            if (data != null) {
                return data.symbols().size();
            }
            return holdings == null
                    ? 0
                    : (int) holdings.stream().map(Holding::symbol).distinct().count();
        }
    }
}
