package io.riskwatch.portfolio.valuation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a portfolio is worth in its base currency, with what is stale, unpriced or unconverted named. */
record ValuationView(
        UUID portfolioId,
        Instant asOf,
        String baseCurrency,

        @Schema(description = "Positions and cash; what cannot be valued is left out and named")
        String value,

        String cash,

        @Schema(description = "Of the positions whose cost and value are known, at today's exchange rates")
        String costBasis,

        @Schema(description = "Value less cost of those positions, both at today's exchange rates")
        String unrealisedGain,

        @Schema(description = "Of what is held now, since the previous close")
        String dayChange,

        @Nullable Double dayChangeFraction,
        boolean simulated,
        boolean stale,
        List<String> staleSymbols,

        @Schema(description = "The market does not know these; they are valued at their last trade, if there is one")
        List<String> unpricedSymbols,

        @Schema(description = "These have no price or no exchange rate and are not in the value")
        List<String> unvaluedSymbols,

        @Schema(description = "A lot of these has no known cost, so they are not in costBasis and unrealisedGain")
        List<String> costUnknownSymbols,

        List<RateView> fx,

        @Schema(description = "Currencies without an exchange rate now")
        List<String> missingRates) {

    ValuationView {
        staleSymbols = List.copyOf(staleSymbols);
        unpricedSymbols = List.copyOf(unpricedSymbols);
        unvaluedSymbols = List.copyOf(unvaluedSymbols);
        costUnknownSymbols = List.copyOf(costUnknownSymbols);
        fx = List.copyOf(fx);
        missingRates = List.copyOf(missingRates);
    }

    /** What one unit of the currency is worth in the base currency. */
    record RateView(
            String currency, BigDecimal rate, @Nullable Instant asOf) {}

    static ValuationView of(Valuation valuation) {
        var portfolio = valuation.held().portfolio();
        var base = portfolio.baseCurrency();
        var value = valuation.value();
        var dayChange = valuation.dayChange();
        var stale = valuation.symbols(ValuedPosition::stale);
        var rates = valuation.foreignCurrencies().stream()
                .flatMap(currency -> valuation.rates().rate(currency).stream())
                .toList();
        var known = rates.stream().map(ExchangeRates.Rate::currency).toList();
        return new ValuationView(
                portfolio.id(),
                valuation.asOf(),
                base.getCode(),
                HoldingsView.rounded(value, base),
                HoldingsView.rounded(valuation.cashValue(), base),
                HoldingsView.rounded(valuation.cost(), base),
                HoldingsView.rounded(valuation.gain(), base),
                HoldingsView.rounded(dayChange, base),
                HoldingsView.fraction(dayChange, value.subtract(dayChange)).orElse(null),
                valuation.simulated(),
                valuation.marketDataAway() || !stale.isEmpty() || rates.stream().anyMatch(ExchangeRates.Rate::stale),
                stale,
                valuation.symbols(ValuedPosition::unpriced),
                valuation.symbols(valued -> valued.value().isEmpty()),
                valuation.symbols(valued -> valued.position().cost().isEmpty()),
                rates.stream()
                        .map(rate -> new RateView(rate.currency(), rate.value(), rate.asOf()))
                        .toList(),
                valuation.foreignCurrencies().stream()
                        .filter(currency -> !known.contains(currency))
                        .toList());
    }
}
