package io.riskwatch.marketdata.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One day's trading.
 *
 * @param opens its first instant
 * @param closes the instant after its last
 * @param earlyClose whether it is shorter than others
 */
public record TradingSession(LocalDate day, Instant opens, Instant closes, boolean earlyClose) {
    public TradingSession {
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("a session closes after it opens, was " + opens + " to " + closes);
        }
    }

    boolean isOpen(Instant at) {
        return !at.isBefore(opens) && at.isBefore(closes);
    }
}
