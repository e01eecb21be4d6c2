package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Columns;
import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Layout;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Wealthfolio, snapshots of holdings by day. What the newest day holds is opened; the older days are history. */
public final class WealthfolioHoldings implements Layout {

    private static final Set<String> COLUMNS = Set.of("date", "symbol", "quantity", "currency", "price", "avgcost");

    @Override
    public int match(List<String> names) {
        return names.containsAll(List.of("date", "symbol", "quantity", "currency")) && COLUMNS.containsAll(names)
                ? names.size()
                : 0;
    }

    @Override
    public boolean surveys() {
        return true;
    }

    @Override
    public RowBooker booker(Columns columns, Facts facts) {
        return new Snapshots(facts);
    }

    private static final class Snapshots implements RowBooker {

        private final Facts facts;
        private LocalDate newest = LocalDate.MIN;

        Snapshots(Facts facts) {
            this.facts = facts;
        }

        @Override
        public void survey(Row row) {
            try {
                var date = Dates.iso(row.text("date"));
                newest = date.isAfter(newest) ? date : newest;
            } catch (DateTimeException e) {
                return; // told when the row is read
            }
        }

        @Override
        public void book(Row row, Consumer<StatementRow> rows) {
            var date = row.date(Dates::iso, "date");
            var quantity = row.required("quantity");
            if (date.isBefore(newest)) {
                rows.accept(Table.ignored(row, "an older snapshot; what was held on %s is opened".formatted(newest)));
            } else if (quantity.signum() == 0) {
                rows.accept(Table.ignored(row, "nothing of it is held"));
            } else {
                rows.accept(draft(row, date, quantity)
                        .currency(row.text("currency"))
                        .stated(row));
            }
        }

        private Draft draft(Row row, LocalDate date, BigDecimal quantity) {
            return row.text("symbol").startsWith("$CASH") || row.text("symbol").equals("CASH")
                    ? Table.transfer(quantity, date, facts).note("opening cash")
                    : Draft.of(TransactionType.TRANSFER_IN, date, facts)
                            .symbol(row.text("symbol"))
                            .quantity(quantity)
                            .price(row.number("avgcost", "price"));
        }
    }
}
