package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Dates;
import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.util.List;
import java.util.function.Consumer;

/** Charles Schwab, "Positions": what is held on the day the line above the table names, with its cost basis. */
public final class SchwabPositions extends Table {

    public SchwabPositions() {
        super(
                "symbol,description,price,cost basis",
                "qty (quantity),quantity,price chng % (price change %),price chng $ (price change $),mkt val (market value),"
                        + "market value,day chng $ (day change $),day chng % (day change %),gain $ (gain/loss $),"
                        + "gain % (gain/loss %),ratings,reinvest?,reinvest capital gains?,% of acct (% of account),"
                        + "security type,reinvest dividends?,capital gains?");
    }

    @Override
    public int match(List<String> names) {
        return names.contains("qty (quantity)") || names.contains("quantity") ? super.match(names) : 0;
    }

    @Override
    void book(Row row, Facts facts, Consumer<StatementRow> rows) {
        var symbol = row.text("symbol");
        var date = facts.preamble().stream()
                .flatMap(line -> Dates.within(line).stream())
                .findFirst()
                .orElse(facts.surroundings().openingDate());
        if (symbol.equals("Account Total") || symbol.equals("Positions Total")) {
            rows.accept(ignored(row, "the broker's total"));
        } else if (symbol.startsWith("Cash & Cash")) {
            var cash = row.required("mkt val (market value)", "market value");
            if (cash.signum() == 0) {
                rows.accept(ignored(row, "no cash is held"));
                return;
            }
            rows.accept(transfer(cash, date, facts)
                    .currency("USD")
                    .opening()
                    .note("opening cash")
                    .stated(row));
        } else {
            rows.accept(Draft.of(TransactionType.TRANSFER_IN, date, facts)
                    .symbol(symbol)
                    .quantity(row.required("qty (quantity)", "quantity"))
                    .amount(row.number("cost basis"))
                    .currency("USD")
                    .opening()
                    .note(row.text("description"))
                    .stated(row));
        }
    }
}
