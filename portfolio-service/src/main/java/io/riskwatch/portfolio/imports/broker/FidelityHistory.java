package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Fidelity, "Activity & Orders" history, in all its column orders. The action is a sentence whose first words count. The
 * core money market fund is cash: moving between it and cash says nothing, what it pays is interest.
 */
public final class FidelityHistory extends Table {

    private static final Set<String> CASH = Set.of("SPAXX", "FDRXX", "FCASH", "FZFXX", "CORE", "QPIFQ");

    public FidelityHistory() {
        super(
                "run date,action,symbol,quantity",
                "description,security description,type,security type,price ($),price,commission ($),commission,fees ($),fees,"
                        + "accrued interest ($),accrued interest,amount ($),amount,cash balance ($),settlement date,account,"
                        + "account number,exchange quantity,exchange currency,currency,exchange rate");
    }

    @Override
    public int match(java.util.List<String> names) {
        return names.contains("amount ($)") || names.contains("amount") ? super.match(names) : 0;
    }

    @Override
    void book(Row row, Facts facts, Consumer<StatementRow> rows) {
        var action = row.text("action").toUpperCase(Locale.ROOT);
        var amount = row.number("amount ($)", "amount");
        var quantity = row.number("quantity");
        var symbol = row.text("symbol").replace("**", "");
        var date = row.date(Dates::monthFirst, "run date");
        if (CASH.contains(symbol) && !action.startsWith("DIVIDEND") && !action.startsWith("INTEREST")) {
            rows.accept(ignored(row, symbol + " is the account's cash; this moves it from one pocket to the other"));
            return;
        }
        if (amount == null && (quantity == null || quantity.signum() == 0)) {
            rows.accept(ignored(row, "moves neither money nor shares"));
            return;
        }
        var type = CASH.contains(symbol) ? TransactionType.INTEREST : type(row, action, amount, quantity);
        rows.accept(Draft.of(type, date, facts)
                .symbol(symbol)
                .quantity(quantity)
                .price(row.number("price ($)", "price"))
                .fee(type.movesSecurity() ? row.number("commission ($)", "commission") : null)
                .addFee(type.movesSecurity() ? row.number("fees ($)", "fees") : null)
                .addFee(type == TransactionType.BUY ? row.number("accrued interest ($)", "accrued interest") : null)
                .amount(amount)
                .currency("USD")
                .note(row.text("action"))
                .stated(row));
    }

    private static TransactionType type(
            Row row,
            String action,
            java.math.@org.jspecify.annotations.Nullable BigDecimal amount,
            java.math.@org.jspecify.annotations.Nullable BigDecimal quantity) {
        var moved = amount == null ? 0 : amount.signum();
        var shares = quantity == null ? 0 : quantity.signum();
        if (action.startsWith("YOU BOUGHT")
                || action.startsWith("REINVESTMENT")
                || action.startsWith("PURCHASE INTO")) {
            return TransactionType.BUY;
        }
        if (action.startsWith("YOU SOLD") || action.startsWith("REDEMPTION FROM")) {
            return TransactionType.SELL;
        }
        if (action.startsWith("DIVIDEND") || action.contains("CAP GAIN") || action.startsWith("IN LIEU OF")) {
            return TransactionType.DIVIDEND;
        }
        if (action.startsWith("INTEREST") || action.startsWith("MARGIN INTEREST")) {
            return TransactionType.INTEREST;
        }
        if (action.contains("TAX") && !action.contains("TAX-EXEMPT")) {
            return TransactionType.TAX;
        }
        if (action.startsWith("FEE") || action.contains(" FEE ") || action.contains("FEE CHARGED")) {
            return TransactionType.FEE;
        }
        if (shares != 0
                && (action.contains("TRANSFER")
                        || action.contains("DISTRIBUTION")
                        || action.contains("EXPIRED")
                        || action.contains("ASSIGNED")
                        || action.contains("ROLLOVER")
                        || action.contains("CONVERSION"))) {
            return shares > 0 ? TransactionType.TRANSFER_IN : TransactionType.TRANSFER_OUT;
        }
        if (moved != 0
                && (action.contains("TRANSFER")
                        || action.contains("DEPOSIT")
                        || action.contains("CONTRIBUTION")
                        || action.contains("CONTR")
                        || action.contains("WITHDRAWAL")
                        || action.contains("DIRECT DEBIT")
                        || action.contains("CHECK")
                        || action.contains("WIRE")
                        || action.contains("ROLLOVER")
                        || action.contains("DEBIT CARD")
                        || action.contains("PAYMENT")
                        || action.contains("DISTR"))) {
            return moved > 0 ? TransactionType.DEPOSIT : TransactionType.WITHDRAWAL;
        }
        throw row.unknownKind(row.text("action"), "action");
    }
}
