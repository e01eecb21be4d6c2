package io.riskwatch.marketdata.calendar;

import java.time.Instant;

/**
 * The session that is under way, or the last one, and when the one after it begins.
 *
 * @param opens its first instant
 * @param closes the instant after its last
 * @param nextOpens the first instant of the following session; {@code closes} where the market never rests
 */
public record MarketSession(Instant opens, Instant closes, Instant nextOpens) {
    public MarketSession {
        if (!closes.isAfter(opens) || nextOpens.isBefore(closes)) {
            throw new IllegalArgumentException(
                    "a session opens, closes, and the next one opens, was " + opens + ", " + closes + ", " + nextOpens);
        }
    }

    /** Whether there is a time after it in which nobody trades. */
    public boolean rests() {
        return nextOpens.isAfter(closes);
    }

    /** Whether the market is closed at an instant between {@code opens} and {@code nextOpens}. */
    public boolean isClosedAt(Instant at) {
        return !at.isBefore(closes) && at.isBefore(nextOpens);
    }

    boolean spans(Instant at) {
        return !at.isBefore(opens) && at.isBefore(nextOpens);
    }
}
