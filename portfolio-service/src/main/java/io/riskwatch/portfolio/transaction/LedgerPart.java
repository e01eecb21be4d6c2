package io.riskwatch.portfolio.transaction;

import java.util.Set;

/**
 * The bookings of a ledger that name some securities, or none: money alone is a part too. No booking ties a security of one part to one of
 * another, so that each part, played alone, comes to the same lots as among all others; cash is the sum over the parts.
 * <p>
 * Equal parts have equal rows: a row never comes back with an old version, and {@code fingerprint} tells the sets of rows with
 * their versions apart.
 *
 * @param symbols of securities that became one another by a spin-off or a merger, or of one; empty for money alone
 * @param newest the sequence of the row entered last
 * @param fingerprint of all rows and their versions, combined by exclusive or
 */
public record LedgerPart(Set<String> symbols, long rows, long newest, long fingerprint) {

    public LedgerPart {
        symbols = Set.copyOf(symbols);
    }

    /** With rows that were entered later. */
    public LedgerPart and(LedgerPart later) {
        return new LedgerPart(
                symbols, rows + later.rows, Math.max(newest, later.newest), fingerprint ^ later.fingerprint);
    }
}
