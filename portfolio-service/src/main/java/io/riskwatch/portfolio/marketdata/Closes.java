package io.riskwatch.portfolio.marketdata;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the past of the symbols that were asked for.
 *
 * @param away whether marketdata-service did not answer for all of them, so that what is missing may exist
 */
public record Closes(Map<String, DailyCloses> bySymbol, boolean away) {

    public Closes {
        bySymbol = Map.copyOf(bySymbol);
    }

    public Optional<DailyCloses> of(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }

    /** These and the others. */
    public Closes and(Closes others) {
        var all = new HashMap<>(bySymbol);
        all.putAll(others.bySymbol);
        return new Closes(all, away || others.away);
    }
}
