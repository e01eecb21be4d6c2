package io.riskwatch.portfolio.imports;

import io.riskwatch.portfolio.imports.statement.Place;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.BookedIn;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.transaction.RowIdentity;
import io.riskwatch.portfolio.transaction.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** Stores the rows of a preview in blocks, telling new ones from those the ledger has. */
final class PreviewWriter implements Consumer<StatementRow> {

    private static final int BLOCK = 1_000;

    private final Imports imports;
    private final Transactions transactions;
    private final StatementImport preview;
    private final NamedAccounts accounts;
    private final UUID standard;
    private final Map<UUID, Integer> occurrences = new HashMap<>();
    private final List<ImportRow> block = new ArrayList<>(BLOCK);
    /** The transactions that the lots named in the file are known by. */
    private final Map<UUID, UUID> lots = new HashMap<>();
    /** Rows that take such lots: they wait until the whole file is read. */
    private final List<ImportRow> choosing = new ArrayList<>();

    private int position;

    /**
     * A writer.
     *
     * @param accounts where the rows go
     * @param standard the portfolio's standard account
     */
    PreviewWriter(
            Imports imports,
            Transactions transactions,
            StatementImport preview,
            NamedAccounts accounts,
            UUID standard) {
        this.accounts = accounts;
        this.standard = standard;
        this.imports = imports;
        this.transactions = transactions;
        this.preview = preview;
    }

    @Override
    public void accept(StatementRow row) {
        position++;
        var read = switch (row) {
            case StatementRow.Ignored ignored -> ImportRow.ignored(position, ignored);
            case StatementRow.Malformed malformed -> ImportRow.error(position, malformed.place());
            case StatementRow.Stated stated -> stated(stated);
        };
        if (read.choosesLots()) {
            choosing.add(read);
        } else {
            add(read);
        }
    }

    private void add(ImportRow row) {
        block.add(row);
        if (block.size() == BLOCK) {
            write();
        }
    }

    void finish() {
        write();
        choosing.forEach(row -> add(row.choosing(lots)));
        write();
    }

    /**
     * A row the broker numbered is the same row wherever it stands; any other is known by what it says and by being the
     * how-manieth of this file that says so.
     */
    private ImportRow stated(StatementRow.Stated row) {
        BookedIn in;
        try {
            in = accounts.in(row.accounts()).checkedFor(row.booking());
        } catch (BookingRefused e) {
            return ImportRow.error(position, new Place(row.line(), 0, column(e.field()), e.reason()));
        }
        var brokerId = row.origin().brokerId();
        if (brokerId != null) {
            var identity = RowIdentity.ofBroker(preview.format().name(), brokerId);
            var again = occurrences.merge(identity, 1, Integer::sum) > 1;
            var read = ImportRow.of(position, row, in, identity);
            return again ? read.duplicate("the file has this row twice: the broker's number is the same") : read;
        }
        var first = identity(row, in, 0);
        var occurrence = occurrences.merge(first, 1, Integer::sum) - 1;
        return ImportRow.of(position, row, in, occurrence == 0 ? first : identity(row, in, occurrence));
    }

    /** A file names accounts where the API tells their ids. */
    private static String column(String field) {
        return field.equals("toAccountId") ? "toAccount" : field;
    }

    private UUID identity(StatementRow.Stated row, BookedIn in, int occurrence) {
        var symbol = row.origin().statedSymbol();
        var said = row.origin().opening()
                ? RowIdentity.ofOpening(row.booking(), symbol, occurrence)
                : RowIdentity.of(row.booking(), symbol, occurrence);
        return in.account().equals(standard) ? said : RowIdentity.within(in.account(), said);
    }

    private void write() {
        if (block.isEmpty()) {
            return;
        }
        var asked =
                block.stream().map(ImportRow::identity).filter(Objects::nonNull).toList();
        var known = transactions.known(preview.portfolioId(), asked);
        for (var row : block) {
            if (row.lot() != null) {
                lots.put(row.lot(), known.getOrDefault(row.identity(), row.transactionId()));
            }
        }
        imports.append(
                preview.id(),
                block.stream()
                        .map(row -> known.containsKey(row.identity())
                                ? row.duplicate("the ledger has this row already")
                                : row)
                        .toList());
        block.clear();
    }
}
