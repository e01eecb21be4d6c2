package io.riskwatch.portfolio.imports.broker;

import io.riskwatch.portfolio.imports.statement.Draft;
import io.riskwatch.portfolio.imports.statement.Facts;
import io.riskwatch.portfolio.imports.statement.Row;
import io.riskwatch.portfolio.imports.statement.StatementRow;
import io.riskwatch.portfolio.ledger.TransactionType;
import java.util.function.Consumer;

/** Fidelity, "Portfolio positions": what is held now, with its cost basis. A symbol with two stars is cash. */
public final class FidelityPositions extends Table {

    public FidelityPositions() {
        super(
                "account number,symbol,description,quantity,current value",
                "account name,last price,last price change,today's gain/loss dollar,today's gain/loss percent,"
                        + "total gain/loss dollar,total gain/loss percent,percent of account,cost basis total,cost basis,"
                        + "average cost basis,type");
    }

    @Override
    void book(Row row, Facts facts, Consumer<StatementRow> rows) {
        var symbol = row.text("symbol");
        var date = facts.surroundings().openingDate();
        if (symbol.equalsIgnoreCase("Pending Activity")) {
            rows.accept(ignored(row, "is not settled and comes with a later file"));
        } else if (symbol.endsWith("**")) {
            var cash = row.required("current value");
            rows.accept(
                    cash.signum() == 0
                            ? ignored(row, "no cash is held")
                            : transfer(cash, date, facts)
                                    .currency("USD")
                                    .opening()
                                    .note("opening cash in " + symbol.replace("**", ""))
                                    .stated(row));
        } else {
            rows.accept(Draft.of(TransactionType.TRANSFER_IN, date, facts)
                    .symbol(symbol)
                    .quantity(row.required("quantity"))
                    .amount(row.number("cost basis total", "cost basis"))
                    .currency("USD")
                    .opening()
                    .note(row.text("description"))
                    .stated(row));
        }
    }
}
