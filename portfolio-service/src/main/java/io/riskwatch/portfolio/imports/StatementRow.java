package io.riskwatch.portfolio.imports;

import io.riskwatch.portfolio.ledger.Booking;
import org.jspecify.annotations.Nullable;

/** One row of a statement, as far as the file alone tells. */
sealed interface StatementRow {

    long line();

    /** A row that says something. */
    record Stated(long line, Booking booking, @Nullable String note) implements StatementRow {}

    /** A row without content, which is passed over and shown as such. */
    record Empty(long line) implements StatementRow {}

    /** A row that cannot be read, with where and why. */
    record Malformed(FileRefused.Place place) implements StatementRow {

        @Override
        public long line() {
            return place.line();
        }
    }
}
