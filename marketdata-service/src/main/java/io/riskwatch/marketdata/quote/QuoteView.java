package io.riskwatch.marketdata.quote;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A quote as a client reads it.
 *
 * @param stale whether newer prices should have come but did not: the feed is away, or the price is an uploaded close
 */
record QuoteView(
        String symbol,
        double price,
        String currency,
        Instant asOf,
        @Nullable Double previousClose,
        @Nullable Double change,
        @Nullable Double changeFraction,
        String provider,
        boolean simulated,
        boolean stale) {

    static QuoteView of(Quote quote, boolean stale) {
        return new QuoteView(
                quote.symbol(),
                quote.price(),
                quote.currency(),
                quote.asOf(),
                quote.previousClose(),
                quote.change(),
                quote.changeFraction(),
                quote.provider(),
                quote.simulated(),
                stale);
    }
}
