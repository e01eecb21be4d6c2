package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Portfolio Performance, transactions of a securities or a cash account, with English or German labels. The value is what
 * moved, fees and taxes included; without a type its sign and that of the shares decide.
 */
public final class PortfolioPerformance extends Table {

    private static final String[] DATE = {"date", "datum"};
    private static final String[] VALUE = {"value", "wert"};
    private static final String[] SHARES = {"shares", "st\u00fcck"};
    private static final String[] KIND = {"type", "typ"};
    private static final String[] SYMBOL = {"ticker symbol", "ticker-symbol", "symbol"};
    private static final String[] NAME = {"security name", "wertpapiername"};
    private static final String[] CURRENCY = {"transaction currency", "buchungsw\u00e4hrung"};
    private static final String[] FEES = {"fees", "geb\u00fchren"};
    private static final String[] TAXES = {"taxes", "steuern"};
    private static final String[] NOTE = {"note", "notiz"};

    public PortfolioPerformance() {
        super(
                "",
                "date,datum,value,wert,shares,st\u00fcck,type,typ,time,uhrzeit,isin,wkn,ticker symbol,ticker-symbol,"
                        + "security name,wertpapiername,transaction currency,buchungsw\u00e4hrung,fees,geb\u00fchren,taxes,steuern,"
                        + "gross amount,bruttobetrag,currency gross amount,w\u00e4hrung bruttobetrag,exchange rate,wechselkurs,note,"
                        + "notiz,cash account,securities account,offset securities account,offset account,account,konto,depot,"
                        + "gegenkonto,gegendepot");
    }

    @Override
    public int match(List<String> names) {
        var english = names.contains("date") && names.contains("value") && names.contains("shares");
        var german = names.contains("datum") && names.contains("wert") && names.contains("st\u00fcck");
        return english || german ? super.match(names) : 0;
    }

    @Override
    void book(Row row, Facts facts, Consumer<StatementRow> rows) {
        var value = row.required(VALUE);
        var type = type(row, value);
        var fees = row.numberOrZero(FEES).abs();
        var taxes = row.numberOrZero(TAXES).abs();
        var date = row.date(
                Dates.any(
                        facts.dayFirst(), facts.dayFirst().orElse(row.columns().has("datum"))),
                DATE);
        var income = type == TransactionType.DIVIDEND || type == TransactionType.INTEREST;
        var draft = draft(row, type, facts, date)
                .quantity(row.number(SHARES))
                .fee(type.movesSecurity() ? fees.add(taxes) : income ? fees : BigDecimal.ZERO)
                .note(row.has(NOTE) ? row.text(NOTE) : row.text(NAME));
        rows.accept(draft.amount(amount(row, type, value, fees, taxes)).stated(row));
        if (income && taxes.signum() != 0) {
            rows.accept(draft(row, TransactionType.TAX, facts, date)
                    .amount(taxes.negate())
                    .note("tax withheld")
                    .stated(row));
        }
    }

    private static Draft draft(Row row, TransactionType type, Facts facts, java.time.LocalDate date) {
        return Draft.of(type, date, facts)
                .symbol(row.text(SYMBOL))
                .isin(row.text("isin"))
                .currency(row.text(CURRENCY));
    }

    private static BigDecimal amount(
            Row row, TransactionType type, BigDecimal value, BigDecimal fees, BigDecimal taxes) {
        return switch (type) {
            case DIVIDEND -> value.abs().add(fees).add(taxes);
            case INTEREST ->
                isCharge(row) ? value.abs().negate() : value.abs().add(fees).add(taxes);
            case FEE, TAX -> isRefund(row) ? value.abs() : value.abs().negate();
            default -> value;
        };
    }

    private static boolean isCharge(Row row) {
        var kind = row.text(KIND).toLowerCase(Locale.ROOT);
        return kind.equals("interest charge") || kind.equals("zinsbelastung");
    }

    private static boolean isRefund(Row row) {
        var kind = row.text(KIND).toLowerCase(Locale.ROOT);
        return kind.endsWith("refund") || kind.endsWith("erstattung");
    }

    private static TransactionType type(Row row, BigDecimal value) {
        var security = row.has(SYMBOL) || row.has("isin") || row.has(NAME);
        return switch (row.text(KIND).toLowerCase(Locale.ROOT)) {
            case "" ->
                security
                        ? value.signum() < 0 ? TransactionType.SELL : TransactionType.BUY
                        : value.signum() < 0 ? TransactionType.WITHDRAWAL : TransactionType.DEPOSIT;
            case "buy", "kauf" -> TransactionType.BUY;
            case "sell", "verkauf" -> TransactionType.SELL;
            case "delivery (inbound)", "einlieferung" -> TransactionType.TRANSFER_IN;
            case "delivery (outbound)", "auslieferung" -> TransactionType.TRANSFER_OUT;
            case "transfer (inbound)", "umbuchung (eingang)" ->
                security ? TransactionType.TRANSFER_IN : TransactionType.DEPOSIT;
            case "transfer (outbound)", "umbuchung (ausgang)" ->
                security ? TransactionType.TRANSFER_OUT : TransactionType.WITHDRAWAL;
            case "deposit", "einlage" -> TransactionType.DEPOSIT;
            case "withdrawal", "removal", "entnahme" -> TransactionType.WITHDRAWAL;
            case "dividend", "dividende" -> TransactionType.DIVIDEND;
            case "interest", "zinsen", "interest charge", "zinsbelastung" -> TransactionType.INTEREST;
            case "fees", "fees refund", "geb\u00fchren", "geb\u00fchrenerstattung" -> TransactionType.FEE;
            case "taxes", "tax refund", "steuern", "steuerr\u00fcckerstattung" -> TransactionType.TAX;
            default -> throw row.unknownKind(row.text(KIND), KIND);
        };
    }
}
