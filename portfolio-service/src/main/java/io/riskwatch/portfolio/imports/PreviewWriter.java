package io.riskwatch.portfolio.imports;

import io.riskwatch.portfolio.transaction.RowIdentity;
import io.riskwatch.portfolio.transaction.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Stores the rows of a preview in blocks, telling new ones from those the ledger has. */
final class PreviewWriter implements Consumer<StatementRow> {

    private static final int BLOCK = 1_000;

    private final Imports imports;
    private final Transactions transactions;
    private final StatementImport preview;
    private final Map<UUID, Integer> occurrences = new HashMap<>();
    private final List<ImportRow> block = new ArrayList<>(BLOCK);

    PreviewWriter(Imports imports, Transactions transactions, StatementImport preview) {
        this.imports = imports;
        this.transactions = transactions;
        this.preview = preview;
    }

    @Override
    public void accept(StatementRow row) {
        block.add(
                switch (row) {
                    case StatementRow.Empty empty -> ImportRow.ignored(empty.line());
                    case StatementRow.Malformed malformed -> ImportRow.error(malformed.place());
                    case StatementRow.Stated stated ->
                        new ImportRow(
                                stated.line(),
                                RowStatus.NEW,
                                null,
                                null,
                                stated.booking(),
                                stated.note(),
                                identity(stated));
                });
        if (block.size() == BLOCK) {
            write();
        }
    }

    void finish() {
        if (!block.isEmpty()) {
            write();
        }
    }

    /** The same row for the how-manieth time in this file. */
    private UUID identity(StatementRow.Stated row) {
        var first = identity(row, 0);
        var occurrence = occurrences.merge(first, 1, Integer::sum) - 1;
        return occurrence == 0 ? first : identity(row, occurrence);
    }

    private UUID identity(StatementRow.Stated row, int occurrence) {
        return switch (preview.format()) {
            case RISKWATCH_TRANSACTIONS -> RowIdentity.of(row.booking(), occurrence);
            case RISKWATCH_HOLDINGS -> RowIdentity.ofOpening(row.booking(), occurrence);
        };
    }

    private void write() {
        var asked = block.stream()
                .map(ImportRow::identity)
                .filter(java.util.Objects::nonNull)
                .toList();
        var known = new HashSet<>(transactions.known(preview.portfolioId(), asked));
        imports.append(
                preview.id(),
                block.stream()
                        .map(row -> known.contains(row.identity())
                                ? row.withStatus(RowStatus.DUPLICATE, "the ledger has this row already")
                                : row)
                        .toList());
        block.clear();
    }
}
