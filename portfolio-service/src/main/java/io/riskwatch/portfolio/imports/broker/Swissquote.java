package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.util.Locale;
import java.util.function.Consumer;

/** Swissquote, transactions, delimited by semicolons. The net amount is what moved on the account. */
public final class Swissquote extends Table {

    public Swissquote() {
        super(
                "date,order #,transaction,symbol,quantity,unit price,costs,net amount",
                "name,isin,accrued interest,balance,"
                        + "currency,net amount in account currency,net amount in the currency of the account");
    }

    @Override
    void book(Row row, Facts facts, Consumer<StatementRow> rows) {
        var kind = row.text("transaction").toLowerCase(Locale.ROOT);
        var amount = row.number("net amount");
        if (amount == null || amount.signum() == 0) {
            rows.accept(ignored(row, "moves no money; record shares that moved by hand"));
            return;
        }
        var date = row.date(Dates::dayFirst, "date");
        var transfer = kind.startsWith("payment")
                || kind.startsWith("deposit")
                || kind.startsWith("withdrawal")
                || kind.startsWith("payout")
                || kind.startsWith("fx ")
                || kind.startsWith("forex")
                || kind.startsWith("reversal");
        var type = transfer ? null : type(row, kind);
        var draft = type == null
                ? transfer(amount, date, facts)
                : Draft.of(type, date, facts)
                        .amount(
                                type == TransactionType.FEE || type == TransactionType.TAX
                                        ? amount.signum() > 0 && !kind.contains("debit")
                                                ? amount
                                                : amount.abs().negate()
                                        : amount);
        var trades = type != null && type.movesSecurity();
        rows.accept(draft.symbol(row.text("symbol"))
                .isin(row.text("isin"))
                .quantity(row.number("quantity"))
                .price(trades ? row.number("unit price") : null)
                .fee(trades ? row.number("costs") : null)
                .addFee(trades ? row.number("accrued interest") : null)
                .currency(row.text("currency"))
                .note(row.has("name") ? row.text("name") : row.text("transaction"))
                .stated(row));
    }

    private static TransactionType type(Row row, String kind) {
        if (kind.equals("buy") || kind.equals("subscription")) {
            return TransactionType.BUY;
        }
        if (kind.equals("sell") || kind.equals("redemption") || kind.equals("capital redemption")) {
            return TransactionType.SELL;
        }
        if (kind.contains("dividend") || kind.contains("capital gain") || kind.contains("distribution")) {
            return TransactionType.DIVIDEND;
        }
        if (kind.contains("interest") || kind.equals("coupon")) {
            return TransactionType.INTEREST;
        }
        if (kind.contains("fee") || kind.contains("credit card")) {
            return TransactionType.FEE;
        }
        if (kind.contains("tax")) {
            return TransactionType.TAX;
        }
        throw row.unknownKind(row.text("transaction"), "transaction");
    }
}
