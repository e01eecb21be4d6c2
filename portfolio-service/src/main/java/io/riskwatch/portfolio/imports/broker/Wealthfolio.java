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

/** Wealthfolio, activities. A symbol {@code $CASH-USD} is money. */
public final class Wealthfolio extends Table {

    public Wealthfolio() {
        super(
                "date,type,symbol,quantity,unit_price,currency",
                "instrumenttype,fee,amount,comment,fxrate,subtype,unitprice,account");
    }

    @Override
    public int match(java.util.List<String> names) {
        var other = names.stream()
                .map(name -> name.equals("unitprice") ? "unit_price" : name)
                .toList();
        return names.contains("instrumenttype") || names.contains("fxrate") || names.contains("unit_price")
                ? super.match(other)
                : 0;
    }

    @Override
    void book(Row row, Facts facts, Consumer<StatementRow> rows) {
        var kind = row.text("type").toUpperCase(Locale.ROOT);
        var date = row.date(Dates::iso, "date");
        var cash = row.text("symbol").toUpperCase(Locale.ROOT).startsWith("$CASH");
        var quantity = row.number("quantity");
        var price = row.number("unit_price", "unitprice");
        var amount = row.number("amount");
        if (amount == null && cash) {
            amount = quantity == null ? price : quantity.multiply(price == null ? BigDecimal.ONE : price);
        }
        var type = type(row, kind, cash);
        var money = type == TransactionType.BUY || type == TransactionType.SELL ? null : amount;
        if (type == TransactionType.SPLIT) {
            var ratio = amount == null ? row.required("quantity") : amount;
            rows.accept(Draft.of(type, date, facts)
                    .symbol(row.text("symbol"))
                    .quantity(ratio)
                    .currency(row.text("currency"))
                    .note(row.text("comment"))
                    .stated(row));
            return;
        }
        var cost = type == TransactionType.FEE || type == TransactionType.TAX;
        rows.accept(Draft.of(type, date, facts)
                .symbol(cash ? "" : row.text("symbol"))
                .quantity(quantity)
                .price(price)
                .fee(row.number("fee"))
                .amount(cost && money != null ? money.abs().negate() : money)
                .currency(row.text("currency"))
                .note(row.text("comment"))
                .stated(row));
    }

    private static TransactionType type(Row row, String kind, boolean cash) {
        return switch (kind) {
            case "BUY" -> TransactionType.BUY;
            case "SELL" -> TransactionType.SELL;
            case "DIVIDEND" -> TransactionType.DIVIDEND;
            case "INTEREST" -> TransactionType.INTEREST;
            case "DEPOSIT", "CREDIT" -> TransactionType.DEPOSIT;
            case "WITHDRAWAL" -> TransactionType.WITHDRAWAL;
            case "FEE" -> TransactionType.FEE;
            case "TAX" -> TransactionType.TAX;
            case "SPLIT" -> TransactionType.SPLIT;
            case "TRANSFER_IN", "ADD_HOLDING" -> cash ? TransactionType.DEPOSIT : TransactionType.TRANSFER_IN;
            case "TRANSFER_OUT", "REMOVE_HOLDING" -> cash ? TransactionType.WITHDRAWAL : TransactionType.TRANSFER_OUT;
            default -> throw row.unknownKind(row.text("type"), "type");
        };
    }
}
