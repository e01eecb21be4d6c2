package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Columns;
import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Layout;
import io.riskwatch.portfolio.imports.statement.Line;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Interactive Brokers, Activity Statement: many tables in one file, the first field of a line naming its table and the
 * second saying whether it is a header or data. Of the trades only Order rows count; executions, closed lots and totals
 * say the same again.
 */
public final class IbkrActivityStatement implements Layout {

    private static final Set<String> TABLES = Set.of(
            "statement",
            "account information",
            "trades",
            "dividends",
            "withholding tax",
            "interest",
            "fees",
            "deposits & withdrawals",
            "open positions",
            "net asset value",
            "change in nav",
            "cash report");
    private static final Set<String> KINDS = Set.of("header", "data", "total", "subtotal", "notes");
    private static final Pattern SECURITY =
            Pattern.compile("^([A-Z0-9. ]{1,20})\\s*\\(([A-Z]{2}[A-Z0-9]{9}\\d|[^)]*)\\)");

    @Override
    public int match(List<String> names) {
        return names.size() >= 3 && TABLES.contains(names.get(0)) && KINDS.contains(names.get(1)) ? 50 : 0;
    }

    @Override
    public boolean headerIsRow() {
        return true;
    }

    @Override
    public RowBooker booker(Columns columns, Facts facts) {
        return new Sections(facts);
    }

    private static final class Sections implements RowBooker {

        private final Facts facts;
        private final Map<String, Columns> headers = new HashMap<>();

        Sections(Facts facts) {
            this.facts = facts;
        }

        @Override
        public void book(Row row, Consumer<StatementRow> rows) {
            var table = row.fields().getFirst();
            var kind = row.fields().size() > 1 ? row.fields().get(1) : "";
            if (kind.equals("Header")) {
                headers.put(table, Columns.of(row.fields()));
                rows.accept(ignored(row, "the header of a table"));
                return;
            }
            var header = headers.get(table);
            if (!kind.equals("Data") || header == null) {
                rows.accept(ignored(row, "a total or a remark"));
                return;
            }
            try {
                data(table, new Row(header, new Line(row.line(), row.fields()), row.decimalMark()), rows);
            } catch (BookingRefused e) {
                rows.accept(new StatementRow.Malformed(
                        new Row(header, new Line(row.line(), row.fields()), row.decimalMark()).place(e)));
            }
        }

        private void data(String table, Row row, Consumer<StatementRow> rows) {
            switch (table) {
                case "Trades" -> trade(row, rows);
                case "Dividends", "Payment In Lieu Of Dividends" -> money(row, TransactionType.DIVIDEND, rows);
                case "Withholding Tax" -> money(row, TransactionType.TAX, rows);
                case "Interest", "Broker Interest Paid", "Bond Interest Received" ->
                    money(row, TransactionType.INTEREST, rows);
                case "Fees", "Other Fees", "Transaction Fees" -> money(row, TransactionType.FEE, rows);
                case "Deposits & Withdrawals" -> money(row, TransactionType.DEPOSIT, rows);
                case "Corporate Actions", "Transfers" ->
                    throw new BookingRefused(
                            row.columns().has("description") ? "description" : "",
                            "a row of '%s' changes what is held in a way this file does not tell exactly; record it by hand"
                                    .formatted(table));
                default ->
                    rows.accept(ignored(row, "the table '%s' repeats or explains and books nothing".formatted(table)));
            }
        }

        private void trade(Row row, Consumer<StatementRow> rows) {
            if (!row.text("datadiscriminator").equals("Order")) {
                rows.accept(ignored(row, "not an order: it says an order again"));
                return;
            }
            if (row.text("asset category").equals("Forex")) {
                exchange(row, rows);
                return;
            }
            var quantity = row.required("quantity");
            var commission = row.numberOrZero("comm/fee", "comm in usd");
            var proceeds = row.required("proceeds");
            rows.accept(Draft.of(
                            quantity.signum() < 0 ? TransactionType.SELL : TransactionType.BUY,
                            row.date(Dates::iso, "date/time"),
                            facts)
                    .symbol(row.text("symbol"))
                    .quantity(quantity)
                    .price(row.text("asset category").contains("Option") ? null : row.number("t. price"))
                    .fee(commission)
                    .amount(proceeds.add(commission))
                    .currency(row.text("currency"))
                    .note(row.text("code"))
                    .stated(row));
        }

        /** A trade {@code EUR.USD}: one currency against the other. */
        private void exchange(Row row, Consumer<StatementRow> rows) {
            var pair = row.text("symbol").split("\\.", -1);
            if (pair.length != 2) {
                throw new BookingRefused("symbol", "'%s' is not a pair like EUR.USD".formatted(row.text("symbol")));
            }
            var date = row.date(Dates::iso, "date/time");
            for (var leg : List.of(
                    Map.entry(pair[0], row.required("quantity")), Map.entry(pair[1], row.required("proceeds")))) {
                rows.accept(Table.transfer(leg.getValue(), date, facts)
                        .currency(leg.getKey())
                        .note("currency exchange " + row.text("symbol"))
                        .stated(row));
            }
        }

        private void money(Row row, TransactionType type, Consumer<StatementRow> rows) {
            if (row.text("currency").startsWith("Total") || row.text("subtitle").startsWith("Total")) {
                rows.accept(ignored(row, "the broker's total"));
                return;
            }
            var amount = row.required("amount");
            var date = row.date(Dates::iso, "date", "settle date", "date/time");
            var description = row.text("description");
            var security = SECURITY.matcher(description);
            var draft = type == TransactionType.DEPOSIT
                    ? Table.transfer(amount, date, facts)
                    : Draft.of(type, date, facts).amount(amount);
            if (security.find() && type != TransactionType.DEPOSIT) {
                draft.symbol(security.group(1)).isin(security.group(2));
            } else if (type == TransactionType.DIVIDEND) {
                throw new BookingRefused("description", "names no security");
            }
            rows.accept(draft.currency(row.text("currency")).note(description).stated(row));
        }

        private static StatementRow ignored(Row row, String reason) {
            return Table.ignored(row, reason);
        }
    }
}
