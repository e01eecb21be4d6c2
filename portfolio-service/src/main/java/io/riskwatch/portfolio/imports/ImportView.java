package io.riskwatch.portfolio.imports;

import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.portfolio.transaction.TransactionView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as clients see it.
 *
 * @param rows the first ones, in the file's order
 * @param nextCursor for {@code /rows}, absent when these are all
 */
record ImportView(
        UUID importId,
        StatementFormat format,
        ImportState state,
        Map<RowStatus, Integer> counts,
        List<RowView> rows,
        @Nullable String nextCursor) {

    ImportView {
        counts = Map.copyOf(counts);
        rows = List.copyOf(rows);
    }

    static ImportView of(StatementImport shown, Map<RowStatus, Integer> counts, Page<RowView> rows) {
        return new ImportView(shown.id(), shown.format(), shown.state(), counts, rows.items(), rows.nextCursor());
    }

    /**
     * A row.
     *
     * @param line where it starts in the file, the header being line 1
     * @param column the column that is wrong, of an ERROR
     * @param transaction what it becomes, absent when it cannot be read
     */
    record RowView(
            long line,
            RowStatus status,
            @Nullable String reason,
            @Nullable String column,
            @Nullable TransactionView transaction) {

        static RowView of(ImportRow row) {
            return new RowView(
                    row.line(),
                    row.status(),
                    row.reason(),
                    row.column(),
                    row.booking() == null ? null : TransactionView.of(null, row.booking(), row.note(), null));
        }
    }
}
