package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Revolut, cryptocurrencies: amounts carry their currency, dates are English sentences. */
public final class RevolutCrypto extends Table {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    public RevolutCrypto() {
        super("symbol,type,quantity,price,value,fees,date", "");
    }

    @Override
    void book(Row row, Facts facts, Consumer<StatementRow> rows) {
        var type = type(row);
        var fee = row.numberOrZero("fees");
        var value = row.number("value");
        var total = value == null
                ? null
                : type == TransactionType.BUY
                        ? value.abs().add(fee)
                        : type == TransactionType.SELL ? value.abs().subtract(fee) : value;
        rows.accept(Draft.of(type, row.date(RevolutCrypto::date, "date"), facts)
                .symbol(row.text("symbol"))
                .quantity(row.required("quantity"))
                .price(row.number("price"))
                .fee(fee)
                .amount(total)
                .currency(currency(row))
                .note(row.text("type"))
                .stated(row));
    }

    private static LocalDate date(String text) {
        try {
            return Dates.english(text);
        } catch (DateTimeException e) {
            return Dates.iso(text);
        }
    }

    private static String currency(Row row) {
        for (var text : new String[] {row.text("value"), row.text("price"), row.text("fees")}) {
            var code = CODE.matcher(text);
            if (code.find()) {
                return code.group();
            }
            var sign = text.isEmpty() ? "" : text.replaceFirst("^[-(]+", "").substring(0, 1);
            switch (sign) {
                case "\u20ac" -> {
                    return "EUR";
                }
                case "\u00a3" -> {
                    return "GBP";
                }
                case "$" -> {
                    return "USD";
                }
                default -> {
                    // the next text may tell
                }
            }
        }
        throw new BookingRefused("value", "names no currency");
    }

    private static TransactionType type(Row row) {
        return switch (row.text("type").toLowerCase(Locale.ROOT)) {
            case "buy" -> TransactionType.BUY;
            case "sell", "payment" -> TransactionType.SELL;
            case "receive", "staking reward", "learn reward" -> TransactionType.TRANSFER_IN;
            case "send" -> TransactionType.TRANSFER_OUT;
            default -> throw row.unknownKind(row.text("type"), "type");
        };
    }
}
