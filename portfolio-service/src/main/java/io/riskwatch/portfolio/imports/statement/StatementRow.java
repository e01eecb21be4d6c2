package io.riskwatch.portfolio.imports.statement;

import io.riskwatch.portfolio.ledger.Booking;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a row of a statement comes to, as far as the file alone tells. One row of the file may come to several. */
public sealed interface StatementRow {

    long line();

    /** A row that says something, and where it says it stands. */
    record Stated(long line, Booking booking, @Nullable String note, Origin origin, AccountNames accounts)
            implements StatementRow {

        /** Of a file that names no accounts. */
        public Stated(long line, Booking booking, @Nullable String note, Origin origin) {
            this(line, booking, note, origin, AccountNames.NONE);
        }
    }

    /** A row that changes nothing in the ledger, with the reason. */
    record Ignored(long line, String reason) implements StatementRow {}

    /** A row that cannot be read, with where and why. */
    record Malformed(Place place) implements StatementRow {

        @Override
        public long line() {
            return place.line();
        }
    }

    /**
     * What a booking is recognised by when the file comes again.
     *
     * @param brokerId the broker's own identifier of the booking
     * @param statedSymbol the symbol or ISIN as the file says it, which stays the same when the ISIN's symbol is learnt later
     * @param isin the security's ISIN, where the file tells it
     * @param opening whether the row is a holding and has no day of its own
     * @param lot what other rows of the file call the lot it opens, see {@link LotNames}
     */
    record Origin(
            @Nullable String brokerId,
            @Nullable String statedSymbol,
            @Nullable String isin,
            boolean opening,
            @Nullable UUID lot) {

        public Origin(
                @Nullable String brokerId, @Nullable String statedSymbol, @Nullable String isin, boolean opening) {
            this(brokerId, statedSymbol, isin, opening, null);
        }

        /** Of a booking that is known by what it says. */
        public static Origin of(Booking booking, boolean opening) {
            return new Origin(null, booking.symbol(), null, opening);
        }
    }
}
