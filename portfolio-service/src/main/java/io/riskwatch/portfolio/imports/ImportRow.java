package io.riskwatch.portfolio.imports;

import io.riskwatch.portfolio.imports.statement.LotNames;
import io.riskwatch.portfolio.imports.statement.Place;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.BookedIn;
import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.LotChoice;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import with what becomes of it.
 *
 * @param position counts the rows; a line of the file may come to several
 * @param line where it starts in the file
 * @param column the column that is wrong, of an ERROR
 * @param identity of a row that could be read, which has a booking too
 * @param in the accounts it goes into, of a row that could be read
 * @param isin the security's, where the file tells it
 * @param lot what other rows of the file call the lot it opens
 * @param transactionId what it will be as a transaction, where that has to be known beforehand
 */
record ImportRow(
        int position,
        long line,
        RowStatus status,
        @Nullable String reason,
        @Nullable String column,
        @Nullable BookedIn in,
        @Nullable Booking booking,
        @Nullable String note,
        @Nullable UUID identity,
        @Nullable String isin,
        @Nullable UUID lot,
        @Nullable UUID transactionId) {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_COLUMN = 40;

    ImportRow {
        if (reason != null && reason.length() > LONGEST_REASON) {
            reason = reason.substring(0, LONGEST_REASON);
        }
        if (column != null && column.length() > LONGEST_COLUMN) {
            column = column.substring(0, LONGEST_COLUMN);
        }
    }

    static ImportRow ignored(int position, StatementRow.Ignored row) {
        return new ImportRow(
                position, row.line(), RowStatus.IGNORED, row.reason(), null, null, null, null, null, null, null, null);
    }

    static ImportRow error(int position, Place place) {
        var column = place.name().isEmpty() ? "column " + place.column() : place.name();
        return new ImportRow(
                position,
                place.line(),
                RowStatus.ERROR,
                place.reason(),
                column,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static ImportRow of(int position, StatementRow.Stated row, BookedIn in, UUID identity) {
        return new ImportRow(
                position,
                row.line(),
                RowStatus.NEW,
                null,
                null,
                in,
                row.booking(),
                row.note(),
                identity,
                row.origin().isin(),
                row.origin().lot(),
                row.origin().lot() == null ? null : UUID.randomUUID());
    }

    ImportRow duplicate(String why) {
        return new ImportRow(
                position,
                line,
                RowStatus.DUPLICATE,
                why,
                column,
                in,
                booking,
                note,
                identity,
                isin,
                lot,
                transactionId);
    }

    /** Whether it takes lots that are known only when the whole file is read. */
    boolean choosesLots() {
        return booking != null && !booking.lots().isEmpty();
    }

    /** With the lots the names of the file stand for; a name that no row gave is the row's error. */
    ImportRow choosing(Map<UUID, UUID> lots) {
        var booked = Objects.requireNonNull(booking);
        var chosen = new ArrayList<LotChoice>();
        for (var choice : booked.lots()) {
            var taken = lots.getOrDefault(choice.lot(), choice.lot());
            if (LotNames.isGiven(taken)) {
                return new ImportRow(
                        position,
                        line,
                        RowStatus.ERROR,
                        "names a lot that no row of the file opens",
                        "lots",
                        in,
                        booking,
                        note,
                        identity,
                        isin,
                        lot,
                        transactionId);
            }
            chosen.add(new LotChoice(taken, choice.quantity()));
        }
        return new ImportRow(
                position,
                line,
                status,
                reason,
                column,
                in,
                booked.choosing(chosen),
                note,
                identity,
                isin,
                lot,
                transactionId);
    }
}
