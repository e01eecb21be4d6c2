package io.riskwatch.portfolio.ledger;

import java.util.Comparator;
import java.util.UUID;

/**
 * A booking at its place in the ledger.
 *
 * @param sequence the order of entry, which decides only between bookings of the same day and rank
 * @param id the transaction's, by which the lot it opens is known
 * @param in the account it stands in, or the two of a TRANSFER
 */
public record LedgerEntry(long sequence, UUID id, BookedIn in, Booking booking) {

    /** By day, then by the type's place within the day, then by entry. The database sorts by the same three. */
    public static final Comparator<LedgerEntry> ORDER = Comparator.comparing(
                    (LedgerEntry entry) -> entry.booking().date())
            .thenComparingInt(entry -> entry.booking().type().dayOrder())
            .thenComparingLong(LedgerEntry::sequence);

    public LedgerEntry {
        in.checkedFor(booking);
    }

    /** An entry of a ledger with one account. */
    public LedgerEntry(long sequence, UUID id, Booking booking) {
        this(sequence, id, BookedIn.THE_ONLY_ACCOUNT, booking);
    }

    /** An entry of a ledger with one account that has no transaction yet; its lot is known by the sequence. */
    public LedgerEntry(long sequence, Booking booking) {
        this(sequence, new UUID(0, sequence), booking);
    }
}
