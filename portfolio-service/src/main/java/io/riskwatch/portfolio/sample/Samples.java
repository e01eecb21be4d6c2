package io.riskwatch.portfolio.sample;

import io.riskwatch.portfolio.ledger.BookedIn;
import io.riskwatch.portfolio.organisation.LocalDemoStarted;
import io.riskwatch.portfolio.organisation.OrganisationCreated;
import io.riskwatch.portfolio.organisation.Purpose;
import io.riskwatch.portfolio.portfolio.Portfolio;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.transaction.Transactions;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes the sample portfolio: for every demo in the transaction that makes its organisation, for others when asked. */
@Service
class Samples {

    private final Portfolios portfolios;
    private final PortfolioAccounts accounts;
    private final Transactions transactions;
    private final SamplePortfolio sample = SamplePortfolio.read();

    Samples(Portfolios portfolios, PortfolioAccounts accounts, Transactions transactions) {
        this.portfolios = portfolios;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(OrganisationCreated created) {
        if (created.purpose() != Purpose.SIGN_UP) {
            make();
        }
    }

    /** The local demo lost its sample, or was made before there was one. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(LocalDemoStarted started) {
        if (portfolios.sample().isEmpty()) {
            make();
        }
    }

    /** A new portfolio with the sample's transactions. */
    @Transactional
    public Portfolio make() {
        var portfolio = portfolios.create(SamplePortfolio.NAME, SamplePortfolio.BASE_CURRENCY, true);
        var account = BookedIn.one(accounts.standard(portfolio.id()));
        transactions.insertFirst(
                portfolio.id(),
                sample.rows().stream()
                        .map(row -> new Transactions.Noted(account, row.booking(), row.note()))
                        .toList());
        return portfolio;
    }
}
