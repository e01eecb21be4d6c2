package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Consumer;

/** Revolut, stock trading account. The fee of a trade is what the total holds beyond quantity times price. */
public final class RevolutInvest extends Table {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    public RevolutInvest() {
        super("date,ticker,type,quantity,price per share,total amount,currency", "fx rate");
    }

    @Override
    void book(Row row, Facts facts, Consumer<StatementRow> rows) {
        var kind = row.text("type").toUpperCase(Locale.ROOT);
        if (kind.equals("STOCK SPLIT")) {
            rows.accept(ignored(
                    row, "the file tells the shares a split added and not its ratio; record the split by hand"));
            return;
        }
        var total = row.number("total amount");
        if (kind.startsWith("TRANSFER FROM REVOLUT") && (total == null || total.signum() == 0)) {
            rows.accept(ignored(row, "moves the account between companies of Revolut and changes nothing held"));
            return;
        }
        var type = type(row, kind, total == null ? 0 : total.signum());
        var cost = type == TransactionType.FEE || type == TransactionType.TAX;
        rows.accept(Draft.of(type, row.date(Dates::iso, "date"), facts)
                .symbol(row.text("ticker"))
                .quantity(row.number("quantity"))
                .price(row.number("price per share"))
                .fee(fee(row, type, total))
                .amount(cost && total != null ? total.abs().negate() : total)
                .currency(row.text("currency"))
                .note(row.text("type"))
                .stated(row));
    }

    private static BigDecimal fee(Row row, TransactionType type, @org.jspecify.annotations.Nullable BigDecimal total) {
        var quantity = row.number("quantity");
        var price = row.number("price per share");
        if (!type.movesSecurity() || total == null || quantity == null || price == null) {
            return BigDecimal.ZERO;
        }
        var gross = quantity.abs().multiply(price.abs());
        var fee = type == TransactionType.BUY ? total.abs().subtract(gross) : gross.subtract(total.abs());
        var rounding = CENT.add(quantity.abs().multiply(CENT)); // the price is printed in cents
        return fee.compareTo(rounding) > 0 || isWholeCents(fee, price) ? fee.max(BigDecimal.ZERO) : BigDecimal.ZERO;
    }

    private static boolean isWholeCents(BigDecimal fee, BigDecimal price) {
        return fee.signum() > 0
                && fee.remainder(CENT).signum() == 0
                && price.stripTrailingZeros().scale() <= 0;
    }

    private static TransactionType type(Row row, String kind, int sign) {
        if (kind.startsWith("BUY")) {
            return TransactionType.BUY;
        }
        if (kind.startsWith("SELL")) {
            return TransactionType.SELL;
        }
        if (kind.startsWith("DIVIDEND TAX")) {
            return TransactionType.TAX;
        }
        if (kind.startsWith("DIVIDEND")) {
            return TransactionType.DIVIDEND;
        }
        if (kind.contains("FEE")) {
            return TransactionType.FEE;
        }
        return switch (kind) {
            case "CASH TOP-UP" -> TransactionType.DEPOSIT;
            case "CASH WITHDRAWAL" -> TransactionType.WITHDRAWAL;
            case "INTEREST" -> TransactionType.INTEREST;
            default -> {
                if (kind.startsWith("TRANSFER") && sign != 0) {
                    yield sign > 0 ? TransactionType.DEPOSIT : TransactionType.WITHDRAWAL;
                }
                throw row.unknownKind(row.text("type"), "type");
            }
        };
    }
}
