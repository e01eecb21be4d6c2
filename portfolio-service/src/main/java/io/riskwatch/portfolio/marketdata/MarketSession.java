package io.riskwatch.portfolio.marketdata;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a market trades, as it was told with a price: a price grows old only while its market is open.
 *
 * @param closes when the session that was under way closes, or, told of a closed market, when the last one closed
 * @param nextOpens when the session after that one opens
 */
public record MarketSession(Instant closes, Instant nextOpens) {

    /** Of crypto, of the simulated market round the clock, and of a market whose hours are not known. */
    public static final MarketSession ALWAYS_OPEN = new MarketSession(Instant.MAX, Instant.MAX);

    /** Always open where nothing is told. */
    public static MarketSession of(@Nullable Instant closes, @Nullable Instant nextOpens) {
        return closes == null || nextOpens == null ? ALWAYS_OPEN : new MarketSession(closes, nextOpens);
    }

    /** Since when the market is closed; empty while it is open. */
    public Optional<Instant> closedSince(Instant now) {
        return now.isBefore(closes) || !now.isBefore(nextOpens) ? Optional.empty() : Optional.of(closes);
    }

    /**
     * For how long the market has been open since a moment: until the close, and again from the next opening on. What was told
     * before that opening knows of no later close, so that it grows old for good.
     */
    public Duration openSince(Instant moment, Instant now) {
        return between(moment, earlier(now, closes)).plus(between(later(moment, nextOpens), now));
    }

    private static Duration between(Instant from, Instant to) {
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
