package io.riskwatch.portfolio.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.riskwatch.portfolio.paging.Page;
import io.riskwatch.portfolio.transaction.TransactionView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as clients see it.
 *
 * @param formatName the broker and the file, in words
 * @param newAccounts the names of accounts that the portfolio did not have and committing makes, of kind CASH
 * @param rows the first ones, in the file's order
 * @param nextCursor for {@code /rows}, absent when these are all
 */
record ImportView(
        UUID importId,
        StatementFormat format,
        String formatName,
        ImportState state,
        Counts counts,
        List<String> newAccounts,
        List<RowView> rows,
        @Nullable String nextCursor) {

    ImportView {
        newAccounts = List.copyOf(newAccounts);
        rows = List.copyOf(rows);
    }

    static ImportView of(
            StatementImport shown, Map<RowStatus, Integer> counts, List<String> newAccounts, Page<RowView> rows) {
        return new ImportView(
                shown.id(),
                shown.format(),
                shown.format().title(),
                shown.state(),
                Counts.of(counts),
                newAccounts,
                rows.items(),
                rows.nextCursor());
    }

    /** How many rows there are of each status. */
    record Counts(
            @JsonProperty("NEW") int fresh,
            @JsonProperty("DUPLICATE") int duplicate,
            @JsonProperty("IGNORED") int ignored,
            @JsonProperty("ERROR") int error) {

        static Counts of(Map<RowStatus, Integer> counts) {
            return new Counts(
                    counts.getOrDefault(RowStatus.NEW, 0),
                    counts.getOrDefault(RowStatus.DUPLICATE, 0),
                    counts.getOrDefault(RowStatus.IGNORED, 0),
                    counts.getOrDefault(RowStatus.ERROR, 0));
        }
    }

    /**
     * A row.
     *
     * @param line where it starts in the file; several rows may come from one line
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
                    row.booking() == null || row.in() == null
                            ? null
                            : TransactionView.of(null, row.in(), row.booking(), row.note(), null));
        }
    }
}
