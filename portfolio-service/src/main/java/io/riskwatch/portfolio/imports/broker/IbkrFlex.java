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
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Interactive Brokers, Flex query: trades or cash transactions, each table with its own header, perhaps several in one
 * file. A commission is negative when it is paid.
 */
public final class IbkrFlex implements Layout {

    private static final List<String> TRADES =
            List.of("buy/sell", "tradedate", "quantity", "tradeprice", "currencyprimary");
    private static final List<String> CASH = List.of("type", "settledate", "amount", "currencyprimary");

    @Override
    public int match(List<String> names) {
        if (names.containsAll(TRADES)) {
            return Math.max(10, names.size());
        }
        return names.containsAll(CASH) ? Math.max(6, names.size()) : 0;
    }

    @Override
    public RowBooker booker(Columns first, Facts facts) {
        return new Tables(first, facts, this);
    }

    private static final class Tables implements RowBooker {

        private final Facts facts;
        private final Layout layout;
        private Columns columns;

        Tables(Columns columns, Facts facts, Layout layout) {
            this.columns = columns;
            this.facts = facts;
            this.layout = layout;
        }

        @Override
        public void book(Row row, Consumer<StatementRow> rows) {
            var header = Columns.of(row.fields());
            if (layout.match(header.names()) > 0) {
                columns = header;
                rows.accept(Table.ignored(row, "the header of a table"));
                return;
            }
            var bound = new Row(columns, new Line(row.line(), row.fields()), row.decimalMark());
            try {
                if (columns.has("buy/sell")) {
                    trade(bound, rows);
                } else {
                    cash(bound, rows);
                }
            } catch (BookingRefused e) {
                rows.accept(new StatementRow.Malformed(bound.place(e)));
            }
        }

        private void trade(Row row, Consumer<StatementRow> rows) {
            var level = row.text("levelofdetail").toUpperCase(Locale.ROOT);
            if (!level.isEmpty() && !level.equals("EXECUTION") && !level.equals("ORDER")) {
                rows.accept(Table.ignored(row, "a summary: it says the executions again"));
                return;
            }
            var type = switch (row.text("buy/sell").toUpperCase(Locale.ROOT)) {
                case "BUY" -> TransactionType.BUY;
                case "SELL" -> TransactionType.SELL;
                default -> throw row.unknownKind(row.text("buy/sell"), "buy/sell");
            };
            var commissionCurrency = row.text("ibcommissioncurrency", "commissioncurrency");
            var same = commissionCurrency.isEmpty() || commissionCurrency.equals(row.text("currencyprimary"));
            var commission = row.numberOrZero("ibcommission", "commission");
            rows.accept(Draft.of(type, row.date(IbkrFlex::day, "tradedate"), facts)
                    .symbol(row.text("symbol"))
                    .isin(row.text("isin"))
                    .quantity(row.required("quantity"))
                    .price(row.required("tradeprice"))
                    .fee(same && commission.signum() < 0 ? commission : null)
                    .currency(row.text("currencyprimary"))
                    .note(row.text("description"))
                    .brokerId(row.text("tradeid", "transactionid", "ibexecid"))
                    .stated(row));
            if (!same && commission.signum() != 0) {
                rows.accept(Draft.of(TransactionType.FEE, row.date(IbkrFlex::day, "tradedate"), facts)
                        .symbol(row.text("symbol"))
                        .isin(row.text("isin"))
                        .amount(commission)
                        .currency(commissionCurrency)
                        .note("commission of the trade")
                        .stated(row));
            }
        }

        private void cash(Row row, Consumer<StatementRow> rows) {
            var kind = row.text("type").toLowerCase(Locale.ROOT);
            var amount = row.required("amount");
            var date = row.date(IbkrFlex::day, "settledate");
            var draft = kind.contains("deposit") || kind.contains("withdrawal")
                    ? Table.transfer(amount, date, facts)
                    : Draft.of(type(row, kind), date, facts).amount(amount);
            rows.accept(draft.symbol(row.text("symbol"))
                    .isin(row.text("isin"))
                    .currency(row.text("currencyprimary"))
                    .note(row.text("description"))
                    .brokerId(row.text("transactionid"))
                    .stated(row));
        }

        private static TransactionType type(Row row, String kind) {
            if (kind.contains("dividend") || kind.contains("in lieu")) {
                return TransactionType.DIVIDEND;
            }
            if (kind.contains("tax")) {
                return TransactionType.TAX;
            }
            if (kind.contains("interest")) {
                return TransactionType.INTEREST;
            }
            if (kind.contains("fee") || kind.contains("commission")) {
                return TransactionType.FEE;
            }
            throw row.unknownKind(row.text("type"), "type");
        }
    }

    private static java.time.LocalDate day(String text) {
        return text.contains("-") ? Dates.iso(text) : text.contains("/") ? Dates.monthFirst(text) : Dates.compact(text);
    }
}
