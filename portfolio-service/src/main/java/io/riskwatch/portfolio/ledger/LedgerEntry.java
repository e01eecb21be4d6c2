package io.riskwatch.portfolio.ledger;

import java.util.Comparator;

/**
 * A booking at its place in the ledger.
 *
 * @param sequence the order of entry, which decides only between bookings of the same day and rank
 */
public record LedgerEntry(long sequence, Booking booking) {

    /** By day, then by the type's place within the day, then by entry. The database sorts by the same three. */
    public static final Comparator<LedgerEntry> ORDER = Comparator.comparing(
                    (LedgerEntry entry) -> entry.booking().date())
            .thenComparingInt(entry -> entry.booking().type().dayOrder())
            .thenComparingLong(LedgerEntry::sequence);
}
