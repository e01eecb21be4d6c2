package io.riskwatch.portfolio.imports.statement;

import java.util.List;
import java.util.function.Consumer;

/** How the files of one kind are written: which header they have and what a row under it says. */
public interface Layout {

    /** How many columns of the header belong to this layout; 0 when the header is of something else. */
    int match(List<String> names);

    /** A reader of the rows of one file, used from the first row to the last and then thrown away. */
    RowBooker booker(Columns columns, Facts facts);

    /** Whether a file's rows must be seen once before they can be read, because what belongs together stands apart. */
    default boolean surveys() {
        return false;
    }

    /** Whether numbers and dates are written in more than one way, so that the whole file must tell in which. */
    default boolean varies() {
        return true;
    }

    /** Whether the first rows stand in a header's place: a file of several tables, each with a header of its own. */
    default boolean headerIsRow() {
        return false;
    }

    /** Reads rows in the file's order. */
    interface RowBooker {

        /** Sees every row before the first is read, of a layout that {@link Layout#surveys}. */
        default void survey(Row row) {}

        /**
         * Says what a row comes to: at least one statement row.
         *
         * @throws io.riskwatch.portfolio.ledger.BookingRefused when it cannot be read
         */
        void book(Row row, Consumer<StatementRow> rows);
    }
}
