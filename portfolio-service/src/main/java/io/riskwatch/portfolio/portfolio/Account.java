package io.riskwatch.portfolio.portfolio;

import java.time.Instant;
import java.util.UUID;

/**
 * An account of a portfolio, as one has it at a broker or a bank: lots and cash are its own.
 *
 * @param shortsAllowed whether a sale of more than it holds opens a short lot; only of a MARGIN account
 * @param standard whether bookings that name no account stand here; a portfolio has exactly one such
 * @param version counts changes, for {@code ETag}
 */
public record Account(
        UUID id,
        String name,
        Kind kind,
        boolean shortsAllowed,
        boolean standard,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** What the broker lets one do in it. */
    public enum Kind {
        /** Everything is paid for with one's own money, and nothing is sold that is not there. */
        CASH,
        /** The broker lends: money, and where the account allows it, securities to sell short. */
        MARGIN
    }
}
