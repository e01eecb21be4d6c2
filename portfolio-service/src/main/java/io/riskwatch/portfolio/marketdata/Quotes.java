package io.riskwatch.portfolio.marketdata;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of the symbols that were asked for.
 *
 * @param away whether marketdata-service did not answer, so that these are the last quotes seen and all stale
 */
public record Quotes(Map<String, Quote> bySymbol, boolean away) {

    public Quotes {
        bySymbol = Map.copyOf(bySymbol);
    }

    public Optional<Quote> of(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }
}
