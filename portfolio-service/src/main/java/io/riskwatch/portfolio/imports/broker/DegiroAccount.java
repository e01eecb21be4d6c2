package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Columns;
import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Layout;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Degiro, Account.csv, English, Dutch or German. The columns after the currency columns have no name; trades are sentences;
 * the fee of an order stands in a row of its own with the same order id and is shared among the trades of that order in the
 * same currency by what they moved.
 */
public final class DegiroAccount implements Layout {

    private static final String[] DATE = {"date", "datum"};
    private static final String[] DESCRIPTION = {"description", "omschrijving", "beschreibung"};
    private static final String[] CHANGE = {"change", "mutatie", "\u00e4nderung"};
    private static final String[] ORDER = {"order id", "order-id"};
    private static final Pattern TRADE = Pattern.compile(
            "(?i)^(?:.*?:\\s*)?(Buy|Sell|Koop|Verkoop|Kauf|Verkauf|Achat|Vente|Compra|Venta|Acquisto|Vendita)\\s+"
                    + "([\\d.,' ]+)\\s+(?:zu je\\s+)?(.*?)@([\\d.,]+)\\s+([A-Z]{3}).*$");
    private static final Set<String> BUYS = Set.of("buy", "koop", "kauf", "achat", "compra", "acquisto");

    @Override
    public int match(List<String> names) {
        var columns = List.<String[]>of(DATE, DESCRIPTION, CHANGE, ORDER);
        return columns.stream().allMatch(any -> List.of(any).stream().anyMatch(names::contains))
                        && names.contains("isin")
                        && names.contains("fx")
                ? 10
                : 0;
    }

    @Override
    public boolean surveys() {
        return true;
    }

    @Override
    public RowBooker booker(Columns columns, Facts facts) {
        return new Orders(facts);
    }

    private static boolean isFee(String text) {
        return text.contains("transaction fee")
                || text.contains("transaction and/or third party fees")
                || text.contains("transactiekosten")
                || text.contains("transaktionsgeb\u00fchr")
                || text.contains("degiro transaction and/or third")
                || text.contains("stamp duty")
                || text.contains("beurstaks");
    }

    /** An order in one currency. */
    private record OrderFee(String orderId, String currency) {}

    private static final class Orders implements RowBooker {

        private final Facts facts;
        private final Map<OrderFee, BigDecimal> fees = new HashMap<>();
        private final Map<OrderFee, BigDecimal> moved = new HashMap<>();

        Orders(Facts facts) {
            this.facts = facts;
        }

        @Override
        public void survey(Row row) {
            var order = new OrderFee(row.text(ORDER), row.text(CHANGE));
            if (order.orderId().isEmpty()) {
                return;
            }
            try {
                if (TRADE.matcher(row.text(DESCRIPTION)).matches()) {
                    moved.merge(order, amount(row).abs(), BigDecimal::add);
                } else if (isFee(row.text(DESCRIPTION).toLowerCase(Locale.ROOT))) {
                    fees.merge(order, amount(row), BigDecimal::add);
                }
            } catch (BookingRefused e) {
                return; // told when the row is read
            }
        }

        private static BigDecimal amount(Row row) {
            var amount = row.parse("change", row.besides(1, CHANGE));
            if (amount == null) {
                throw new BookingRefused("change", "is empty, and this kind of row needs it");
            }
            return amount;
        }

        @Override
        public void book(Row row, Consumer<StatementRow> rows) {
            var description = row.text(DESCRIPTION);
            var text = description.toLowerCase(Locale.ROOT);
            var order = new OrderFee(row.text(ORDER), row.text(CHANGE));
            var date = row.date(Dates::dayFirst, DATE);
            var trade = TRADE.matcher(description);
            if (trade.matches()) {
                trade(row, date, trade, order, rows);
            } else if (isFee(text) && moved.containsKey(order)) {
                rows.accept(Table.ignored(row, "a fee of the order, booked with its trade"));
            } else if (row.besides(1, CHANGE).isEmpty()
                    || text.contains("cash sweep")
                    || text.contains("geldmarktfonds")
                    || text.contains("money market fund")) {
                rows.accept(Table.ignored(row, "moves the account's cash from one pocket to the other"));
            } else {
                money(row, date, text, rows);
            }
        }

        private void trade(
                Row row, LocalDate date, java.util.regex.Matcher trade, OrderFee order, Consumer<StatementRow> rows) {
            var amount = amount(row);
            var buy = BUYS.contains(trade.group(1).toLowerCase(Locale.ROOT));
            var fee = feeShare(order, amount.abs());
            rows.accept(Draft.of(buy ? TransactionType.BUY : TransactionType.SELL, date, facts)
                    .isin(row.text("isin"))
                    .quantity(row.parse("description", trade.group(2)))
                    .price(row.parse("description", trade.group(4)), trade.group(5))
                    .fee(fee)
                    .amount(amount.add(fee))
                    .currency(row.text(CHANGE))
                    .note(row.text("product", "produkt"))
                    .stated(row));
        }

        /** What is left of the fee goes by what is left to move, so that the last trade takes the remainder. */
        private BigDecimal feeShare(OrderFee order, BigDecimal amount) {
            var fee = fees.getOrDefault(order, BigDecimal.ZERO);
            var left = moved.getOrDefault(order, BigDecimal.ZERO);
            if (fee.signum() == 0 || left.signum() == 0) {
                return BigDecimal.ZERO;
            }
            var share =
                    amount.compareTo(left) >= 0 ? fee : fee.multiply(amount).divide(left, 2, RoundingMode.HALF_EVEN);
            fees.put(order, fee.subtract(share));
            moved.put(order, left.subtract(amount));
            return share;
        }

        private void money(Row row, LocalDate date, String text, Consumer<StatementRow> rows) {
            var amount = amount(row);
            if (amount.signum() == 0) {
                rows.accept(Table.ignored(row, "moves nothing"));
                return;
            }
            var type = type(text);
            var draft = type == TransactionType.DEPOSIT
                    ? Table.transfer(amount, date, facts)
                    : Draft.of(type, date, facts).isin(row.text("isin")).amount(amount);
            rows.accept(
                    draft.currency(row.text(CHANGE)).note(row.text(DESCRIPTION)).stated(row));
        }

        private TransactionType type(String text) {
            if (text.contains("tax") || text.contains("dividendbelasting") || text.contains("steuer")) {
                return TransactionType.TAX;
            }
            if (text.contains("dividend")) {
                return TransactionType.DIVIDEND;
            }
            if (text.contains("interest") || text.contains("rente") || text.contains("zinsen")) {
                return TransactionType.INTEREST;
            }
            if (text.contains("fee")
                    || text.contains("kosten")
                    || text.contains("geb\u00fchr")
                    || text.contains("charge")) {
                return TransactionType.FEE;
            }
            if (text.contains("deposit")
                    || text.contains("storting")
                    || text.contains("einzahlung")
                    || text.contains("withdrawal")
                    || text.contains("terugstorting")
                    || text.contains("auszahlung")
                    || text.contains("credit")
                    || text.contains("debit")
                    || text.contains("valuta")
                    || text.contains("w\u00e4hrungswechsel")) {
                return TransactionType.DEPOSIT;
            }
            throw new BookingRefused(
                    "description", "'%s' is no kind of booking Riskwatch knows in this file".formatted(text));
        }
    }
}
