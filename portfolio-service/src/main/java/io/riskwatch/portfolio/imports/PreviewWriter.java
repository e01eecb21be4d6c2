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
    private final BookedIn account;
    private final boolean standard;
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
     * @param account the account the rows go into
     * @param standard the portfolio's account for what names none
     */
    PreviewWriter(Imports imports, Transactions transactions, StatementImport preview, UUID account, UUID standard) {
        this.account = BookedIn.one(account);
        this.standard = account.equals(standard);
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
        try {
            account.checkedFor(row.booking());
        } catch (BookingRefused e) {
            return ImportRow.error(
                    position, new Place(row.line(), 0, "type", "a TRANSFER between own accounts is recorded by hand"));
        }
        var brokerId = row.origin().brokerId();
        if (brokerId != null) {
            var identity = RowIdentity.ofBroker(preview.format().name(), brokerId);
            var again = occurrences.merge(identity, 1, Integer::sum) > 1;
            var read = ImportRow.of(position, row, account, identity);
            return again ? read.duplicate("the file has this row twice: the broker's number is the same") : read;
        }
        var first = identity(row, 0);
        var occurrence = occurrences.merge(first, 1, Integer::sum) - 1;
        return ImportRow.of(position, row, account, occurrence == 0 ? first : identity(row, occurrence));
    }

    private UUID identity(StatementRow.Stated row, int occurrence) {
        var symbol = row.origin().statedSymbol();
        var said = row.origin().opening()
                ? RowIdentity.ofOpening(row.booking(), symbol, occurrence)
                : RowIdentity.of(row.booking(), symbol, occurrence);
        return standard ? said : RowIdentity.within(account.account(), said);
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
