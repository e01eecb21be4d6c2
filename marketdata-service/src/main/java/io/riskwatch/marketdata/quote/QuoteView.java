package io.riskwatch.marketdata.quote;

import io.riskwatch.marketdata.calendar.MarketSession;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A quote as a client reads it.
 *
 * @param stale whether newer prices should have come but did not: the feed is away, or the price is an uploaded close.
 *     The last price of a closed market is not
 * @param sessionCloses when the market's session under way closes, or the last one closed; absent where it never rests or its
 *     hours are not known
 * @param nextOpens when the session after that one opens: in between the market is closed
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
        boolean stale,
        @Nullable Instant sessionCloses,
        @Nullable Instant nextOpens) {

    static QuoteView of(Quote quote, boolean stale, Optional<MarketSession> session) {
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
                stale,
                session.map(MarketSession::closes).orElse(null),
                session.map(MarketSession::nextOpens).orElse(null));
    }
}
