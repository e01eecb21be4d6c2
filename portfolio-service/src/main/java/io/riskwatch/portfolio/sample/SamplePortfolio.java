package io.riskwatch.portfolio.sample;

import io.riskwatch.portfolio.imports.Statement;
import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.springframework.core.io.ClassPathResource;

/**
 * What the sample portfolio holds, as a statement priced beforehand at the closes of the simulated exchange (see
 * portfolio-service/sample/README.md), so that making one needs nothing but this service's database.
 */
record SamplePortfolio(List<Statement.Row> rows) {

    static final String NAME = "Sample portfolio";
    static final CurrencyUnit BASE_CURRENCY = CurrencyUnit.USD;

    SamplePortfolio {
        rows = List.copyOf(rows);
    }

    static SamplePortfolio read() {
        return new SamplePortfolio(Statement.read(new ClassPathResource("sample/sample-portfolio.csv")));
    }

    Ledger ledger() {
        var entries = new ArrayList<LedgerEntry>();
        for (Booking booking : rows.stream().map(Statement.Row::booking).toList()) {
            entries.add(new LedgerEntry(entries.size(), booking));
        }
        return Ledger.replay(entries);
    }
}
