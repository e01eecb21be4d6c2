package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Charles Schwab, "Transactions" of a brokerage account. A date {@code 04/17/2023 as of 04/15/2023} was posted on the
 * first and took effect on the second, which is booked. {@code Reinvest Dividend} and {@code Reinvest Shares} are the two
 * halves of one reinvestment: income and a purchase.
 */
public final class SchwabTransactions extends Table {

    public SchwabTransactions() {
        super("date,action,symbol,quantity,price,amount", "description,fees & comm");
    }

    @Override
    void book(Row row, Facts facts, Consumer<StatementRow> rows) {
        if (row.text("date").toLowerCase(Locale.ROOT).startsWith("transactions total")) {
            rows.accept(ignored(row, "the broker's total"));
            return;
        }
        var action = row.text("action");
        var amount = row.number("amount");
        var date = row.date(SchwabTransactions::effective, "date");
        if (action.equalsIgnoreCase("Stock Split")) {
            rows.accept(ignored(
                    row, "the file tells the shares a split added and not its ratio; record the split by hand"));
            return;
        }
        if (amount == null && action.toLowerCase(Locale.ROOT).startsWith("journal") && !row.has("quantity")) {
            rows.accept(ignored(row, "moves neither money nor shares"));
            return;
        }
        var type = type(row, action, amount == null ? 0 : amount.signum());
        rows.accept(Draft.of(type, date, facts)
                .symbol(row.text("symbol"))
                .quantity(row.number("quantity"))
                .price(row.number("price"))
                .fee(type.movesSecurity() ? row.number("fees & comm") : null)
                .amount(amount)
                .currency("USD")
                .note(note(row, action))
                .stated(row));
    }

    private static String note(Row row, String action) {
        var plain = action.equals("Buy") || action.equals("Sell");
        var posted = row.text("date").contains(" as of ")
                ? ", posted " + row.text("date").substring(0, 10)
                : "";
        return (plain ? row.text("description") : action + ": " + row.text("description")) + posted;
    }

    private static LocalDate effective(String text) {
        var asOf = text.indexOf(" as of ");
        return Dates.monthFirst(asOf < 0 ? text : text.substring(asOf + " as of ".length()));
    }

    private static TransactionType type(Row row, String action, int sign) {
        return switch (action.toLowerCase(Locale.ROOT)) {
            case "buy", "reinvest shares", "buy to open", "buy to close" -> TransactionType.BUY;
            case "sell", "sell to open", "sell to close", "sell short" -> TransactionType.SELL;
            case "expired", "assigned", "exchange or exercise" -> TransactionType.TRANSFER_OUT;
            case "qualified dividend",
                    "non-qualified div",
                    "cash dividend",
                    "special dividend",
                    "special qual div",
                    "reinvest dividend",
                    "qual div reinvest",
                    "pr yr cash div",
                    "pr yr div reinvest",
                    "long term cap gain",
                    "short term cap gain",
                    "long term cap gain reinvest",
                    "short term cap gain reinvest",
                    "cash in lieu" -> TransactionType.DIVIDEND;
            case "bank interest", "bond interest", "credit interest", "margin interest" -> TransactionType.INTEREST;
            case "nra withholding", "nra tax adj", "foreign tax paid", "foreign tax reclaim" -> TransactionType.TAX;
            case "adr mgmt fee", "service fee", "misc cash entry", "wire fee" -> TransactionType.FEE;
            case "moneylink transfer",
                    "moneylink deposit",
                    "moneylink adj",
                    "wire funds",
                    "wire funds received",
                    "wire sent",
                    "wire received",
                    "funds received",
                    "funds paid",
                    "visa purchase",
                    "atm withdrawal",
                    "journal",
                    "journaled shares",
                    "security transfer",
                    "internal transfer" ->
                sign > 0
                        ? TransactionType.DEPOSIT
                        : sign < 0
                                ? TransactionType.WITHDRAWAL
                                : row.numberOrZero("quantity").signum() < 0
                                        ? TransactionType.TRANSFER_OUT
                                        : TransactionType.TRANSFER_IN;
            default -> throw row.unknownKind(action, "action");
        };
    }
}
