package io.riskwatch.portfolio.marketdata;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest price of an instrument, as marketdata-service tells it.
 *
 * @param stale whether it is older than it should be
 * @param sessionCloses when the session of its market under way closes, or the last one closed; absent where it never rests or
 *     its hours are not known
 * @param nextOpens when the session after that one opens
 */
public record Quote(
        String symbol,
        BigDecimal price,
        String currency,
        @Nullable Instant asOf,
        @Nullable BigDecimal previousClose,
        @Nullable String provider,
        boolean simulated,
        boolean stale,
        @Nullable Instant sessionCloses,
        @Nullable Instant nextOpens) {

    /** Of a market that never rests. */
    public Quote(
            String symbol,
            BigDecimal price,
            String currency,
            @Nullable Instant asOf,
            @Nullable BigDecimal previousClose,
            @Nullable String provider,
            boolean simulated,
            boolean stale) {
        this(symbol, price, currency, asOf, previousClose, provider, simulated, stale, null, null);
    }

    /** The same, of a market with a session. */
    public Quote within(@Nullable Instant closes, @Nullable Instant opensNext) {
        return new Quote(symbol, price, currency, asOf, previousClose, provider, simulated, stale, closes, opensNext);
    }

    public MarketSession session() {
        return MarketSession.of(sessionCloses, nextOpens);
    }

    /** Whether its market has been open for longer than the allowance since it was made. */
    public boolean isOlder(Duration allowance, Instant now) {
        return asOf != null && session().openSince(asOf, now).compareTo(allowance) > 0;
    }

    Quote aged() {
        return stale
                ? this
                : new Quote(
                        symbol,
                        price,
                        currency,
                        asOf,
                        previousClose,
                        provider,
                        simulated,
                        true,
                        sessionCloses,
                        nextOpens);
    }
}
