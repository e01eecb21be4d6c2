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
import org.jspecify.annotations.Nullable;

/**
 * Trading 212, history, with time in {@code Time} or in {@code Time (UTC)} and its columns in any order. The total is the
 * cash that moved, in the account's currency, which is the booking's; prices may be in pence.
 */
public final class Trading212 extends Table {

    public Trading212() {
        super(
                "action,isin,ticker,no. of shares,total",
                "time,time (utc),name,price / share,currency (price / share),exchange rate,result,currency (result),"
                        + "currency (total),withholding tax,currency (withholding tax),notes,id,currency conversion fee,"
                        + "currency (currency conversion fee),gross total,stamp duty reserve tax,french transaction tax,"
                        + "transaction fee,finra fee,charge amount,deposit fee");
    }

    @Override
    void book(Row row, Facts facts, Consumer<StatementRow> rows) {
        var type = type(row, row.text("action").toLowerCase(Locale.ROOT));
        var currency = row.text("currency (total)");
        var date = row.date(Dates::iso, "time", "time (utc)");
        var withheld = type == TransactionType.DIVIDEND ? withheld(row, currency) : BigDecimal.ZERO;
        rows.accept(Draft.of(type, date, facts)
                .symbol(row.text("ticker"))
                .isin(row.text("isin"))
                .quantity(row.number("no. of shares"))
                .price(row.number("price / share"), row.text("currency (price / share)"))
                .fee(type.movesSecurity() ? fees(row, currency) : null)
                .amount(amount(row, type, withheld))
                .currency(currency)
                .note(note(row))
                .brokerId(row.text("id"))
                .stated(row));
        if (withheld.signum() != 0) {
            rows.accept(Draft.of(TransactionType.TAX, date, facts)
                    .symbol(row.text("ticker"))
                    .isin(row.text("isin"))
                    .amount(withheld.negate())
                    .currency(currency)
                    .note("tax withheld from the dividend")
                    .brokerId(row.has("id") ? row.text("id") + "/tax" : "")
                    .stated(row));
        }
    }

    /** The tax in the account's currency; in another one it cannot be told apart from the total. */
    private static BigDecimal withheld(Row row, String currency) {
        return row.text("currency (withholding tax)").equals(currency)
                ? row.numberOrZero("withholding tax").abs()
                : BigDecimal.ZERO;
    }

    /** The total is what came after tax. */
    private static @Nullable BigDecimal amount(Row row, TransactionType type, BigDecimal withheld) {
        var total = row.number("total");
        if (total == null) {
            return null;
        }
        return switch (type) {
            case FEE, TAX -> total.abs().negate();
            default -> total.add(withheld);
        };
    }

    private static String note(Row row) {
        return row.has("notes") ? row.text("notes") : row.text("name");
    }

    /** The fees that are in the account's currency; another currency's are in the total already and cannot be told apart. */
    private static BigDecimal fees(Row row, String currency) {
        var sum = BigDecimal.ZERO;
        for (var fee : new String[] {
            "currency conversion fee",
            "stamp duty reserve tax",
            "french transaction tax",
            "transaction fee",
            "finra fee"
        }) {
            var stated = row.text("currency (" + fee + ")");
            if (stated.isEmpty() || stated.equals(currency)) {
                sum = sum.add(row.numberOrZero(fee).abs());
            }
        }
        return sum;
    }

    private static TransactionType type(Row row, String action) {
        if (action.endsWith(" buy")) {
            return TransactionType.BUY;
        }
        if (action.endsWith(" sell")) {
            return TransactionType.SELL;
        }
        if (action.startsWith("dividend")) {
            return TransactionType.DIVIDEND;
        }
        return switch (action) {
            case "deposit", "new card cost", "spending cashback" -> TransactionType.DEPOSIT;
            case "withdrawal", "card debit" -> TransactionType.WITHDRAWAL;
            case "interest on cash", "lending interest", "share lending interest" -> TransactionType.INTEREST;
            case "result adjustment", "fee" -> TransactionType.FEE;
            case "stock distribution", "free shares" -> TransactionType.TRANSFER_IN;
            default -> throw row.unknownKind(row.text("action"), "action");
        };
    }
}
