package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/**
 * Degiro, Transactions.csv, whose header has columns without a name after the ones with amounts and whose old rows are a
 * column shorter. Booked in the account's currency, which is what was paid; the price in the exchange's is in the note.
 */
public final class DegiroTransactions extends Table {

    private static final String[] DATE = {"date", "datum"};
    private static final String[] QUANTITY = {"quantity", "aantal", "anzahl", "number"};
    private static final String[] PRICE = {"price", "koers", "kurs"};

    public DegiroTransactions() {
        super(
                "isin",
                "date,datum,time,tijd,uhrzeit,product,produkt,reference exchange,reference,beurs,venue,uitvoeringsplaats,"
                        + "quantity,aantal,anzahl,price,koers,kurs,local value,lokale waarde,exchange rate,wisselkoers,"
                        + "autofx fee,order id");
    }

    @Override
    public int match(List<String> names) {
        var known = names.contains("local value")
                || names.contains("lokale waarde")
                || names.contains("wert in lokalw\u00e4hrung");
        var total = names.stream()
                .anyMatch(name -> name.equals("total")
                        || name.startsWith("total ")
                        || name.startsWith("totaal")
                        || name.startsWith("gesamt"));
        return known && total ? super.match(names) : 0;
    }

    @Override
    void book(Row row, Facts facts, Consumer<StatementRow> rows) {
        var total = column(row, "total", "totaal", "gesamt");
        var totalName = row.columns().names().get(total);
        var code = totalName.matches(".* [a-z]{3}") ? totalName.substring(totalName.length() - 3) : "";
        var currency = code.isEmpty() ? row.besides(1, totalName) : code.toUpperCase(java.util.Locale.ROOT);
        var quantity = row.required(QUANTITY);
        var paid = row.required(totalName);
        rows.accept(Draft.of(
                        quantity.signum() < 0 ? TransactionType.SELL : TransactionType.BUY,
                        row.date(Dates::dayFirst, DATE),
                        facts)
                .isin(row.text("isin"))
                .quantity(quantity)
                .price(row.number(PRICE), row.besides(1, PRICE))
                .fee(fees(row))
                .amount(paid)
                .currency(currency)
                .note("%s at %s %s".formatted(row.text("product", "produkt"), row.text(PRICE), row.besides(1, PRICE)))
                .stated(row));
    }

    private static BigDecimal fees(Row row) {
        var sum = BigDecimal.ZERO;
        for (var name : row.columns().names()) {
            if (name.startsWith("transaction and/or third")
                    || name.startsWith("transactiekosten")
                    || name.startsWith("transaktionsgeb")
                    || name.startsWith("autofx")) {
                sum = sum.add(row.numberOrZero(name).abs());
            }
        }
        return sum;
    }

    private static int column(Row row, String... beginnings) {
        for (var beginning : beginnings) {
            var names = row.columns().names();
            for (var i = 0; i < names.size(); i++) {
                if (names.get(i).equals(beginning) || names.get(i).startsWith(beginning + " ")) {
                    return i;
                }
            }
        }
        throw new IllegalStateException("the header was matched by its total");
    }
}
