package io.riskwatch.portfolio.imports;

import io.riskwatch.portfolio.ledger.Booking;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import with what becomes of it.
 *
 * @param column the column that is wrong, of an ERROR
 * @param identity of a row that could be read, which has a booking too
 */
record ImportRow(
        long line,
        RowStatus status,
        @Nullable String reason,
        @Nullable String column,
        @Nullable Booking booking,
        @Nullable String note,
        @Nullable UUID identity) {

    private static final int LONGEST_REASON = 500;

    ImportRow {
        if (reason != null && reason.length() > LONGEST_REASON) {
            reason = reason.substring(0, LONGEST_REASON);
        }
    }

    static ImportRow ignored(long line) {
        return new ImportRow(line, RowStatus.IGNORED, "the row is empty", null, null, null, null);
    }

    static ImportRow error(FileRefused.Place place) {
        var column = place.name().isEmpty() ? "column " + place.column() : place.name();
        return new ImportRow(place.line(), RowStatus.ERROR, place.reason(), column, null, null, null);
    }

    ImportRow withStatus(RowStatus changed, String why) {
        return new ImportRow(line, changed, why, column, booking, note, identity);
    }
}
