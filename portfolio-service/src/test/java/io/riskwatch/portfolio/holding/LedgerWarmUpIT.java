package io.riskwatch.portfolio.holding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.holding.LongLedgers.Named;
import io.riskwatch.portfolio.portfolio.PortfolioChanged;
import io.riskwatch.service.tenancy.Tenancy;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

@ExtendWith(OutputCaptureExtension.class)
class LedgerWarmUpIT extends PortfolioServiceIT {

    @Autowired
    private LedgerWarmUp warmUp;

    @Autowired
    private LongLedgers longLedgers;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations inTransaction;

    private TestCaller caller;
    private Ledgers ledgers;
    private Named portfolio;

    @BeforeEach
    void aPortfolio() {
        caller = callers.inNewOrganisation();
        ledgers = new Ledgers(http(caller));
        portfolio = new Named(caller.organisationId(), UUID.fromString(ledgers.newPortfolio()));
    }

    @Test
    void aLongLedgerIsPlayedAfterAChangeAndAShortOneIsNot(CapturedOutput output) {
        Named shortOne = portfolio;
        deposits(shortOne, 10);
        change(shortOne);
        portfolio = new Named(caller.organisationId(), UUID.fromString(ledgers.newPortfolio()));
        deposits(portfolio, (int) LongLedgers.LONG);
        change(portfolio);

        await().until(() -> warmed(output, portfolio) > 0);
        assertThat(warmed(output, shortOne)).isZero();
    }

    @Test
    void aLongLedgerThatWasAskedAboutIsPlayedAfterTheNextStart(CapturedOutput output) {
        deposits(portfolio, (int) LongLedgers.LONG);
        ledgers.get("/api/v1/portfolios/" + portfolio.portfolio() + "/valuation");
        await().until(() -> longLedgers.lately(1_000).contains(portfolio));

        long byItsCreation = warmed(output, portfolio); // a change like any other, played after a second
        warmUp.afterStart();
        await().until(() -> warmed(output, portfolio) > byItsCreation);

        http(caller)
                .delete()
                .uri("/api/v1/portfolios/" + portfolio.portfolio())
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        warmUp.afterStart();
        await().until(() -> !longLedgers.lately(1_000).contains(portfolio));
    }

    private void change(Named ledger) {
        Tenancy.as(
                ledger.organisation(),
                () -> inTransaction.executeWithoutResult(status ->
                        events.publishEvent(new PortfolioChanged(ledger.organisation(), ledger.portfolio()))));
    }

    private static long warmed(CapturedOutput output, Named ledger) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains("event=ledger-warmed portfolio=" + ledger.portfolio()))
                .count();
    }

    /** Rows as they are written, without the requests. */
    private void deposits(Named ledger, int rows) {
        Tenancy.as(
                ledger.organisation(),
                () -> inTransaction.executeWithoutResult(status -> jdbc.sql("""
                    insert into ledger_transaction (organisation_id, portfolio_id, identity, trade_date, type, currency,
                        fee, amount)
                    select ?, ?, gen_random_uuid(), date '2020-01-01' + i % 1000, 'DEPOSIT', 'USD', 0, 1
                    from generate_series(1, ?) as i\
                    """)
                        .params(ledger.organisation(), ledger.portfolio(), rows)
                        .update()));
    }
}
