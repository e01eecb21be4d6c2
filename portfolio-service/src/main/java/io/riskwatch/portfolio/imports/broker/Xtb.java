package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * XTB, cash operations, in the account's currency, which the file does not name: the portfolio's. Quantity and price stand
 * in the comment, {@code OPEN BUY 10 @ 185.00} or, of a part, {@code CLOSE BUY 4/10 @ 190.00}.
 */
public final class Xtb extends Table {

    private static final Pattern TRADE = Pattern.compile("(?i)(OPEN|CLOSE) BUY ([\\d.,]+)(?:/[\\d.,]+)? @ ([\\d.,]+)");

    public Xtb() {
        super("id,type,time,symbol,comment,amount", "");
    }

    @Override
    void book(Row row, Facts facts, Consumer<StatementRow> rows) {
        var kind = row.text("type").toLowerCase(Locale.ROOT);
        var amount = row.required("amount");
        var type = type(row, kind, amount.signum());
        var draft = Draft.of(type, row.date(Dates.any(facts.dayFirst(), true), "time"), facts)
                .symbol(row.text("symbol"))
                .amount(amount)
                .note(row.text("comment"))
                .brokerId(row.text("id"));
        if (type.movesSecurity()) {
            var trade = TRADE.matcher(row.text("comment"));
            if (!trade.find()) {
                throw new BookingRefused("comment", "says no quantity and price like 'OPEN BUY 10 @ 185.00'");
            }
            draft.quantity(row.parse("comment", trade.group(2)));
        }
        rows.accept(draft.currency(facts.surroundings().currencyOf().apply(null).getCode())
                .stated(row));
    }

    private static TransactionType type(Row row, String kind, int sign) {
        if (kind.endsWith("purchase")) {
            return TransactionType.BUY;
        }
        if (kind.endsWith("sale")) {
            return TransactionType.SELL;
        }
        return switch (kind) {
            case "deposit", "blik/card deposit", "ike deposit", "subaccount transfer", "transfer" ->
                sign < 0 ? TransactionType.WITHDRAWAL : TransactionType.DEPOSIT;
            case "withdrawal" -> TransactionType.WITHDRAWAL;
            case "divident", "dividend" -> TransactionType.DIVIDEND;
            case "withholding tax", "free-funds interest tax", "stamp duty", "ftt" -> TransactionType.TAX;
            case "free-funds interest", "free funds interests", "free-funds interests" -> TransactionType.INTEREST;
            case "sec fee", "commission", "swap", "adr fee", "fee" -> TransactionType.FEE;
            default -> throw row.unknownKind(row.text("type"), "type");
        };
    }
}
