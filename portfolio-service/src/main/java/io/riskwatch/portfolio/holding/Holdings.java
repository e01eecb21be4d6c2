package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LedgerRules;
import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.transaction.Transactions;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a portfolio of the current organisation holds, from its ledger alone. */
@Service
public class Holdings {

    private final Portfolios portfolios;
    private final Transactions transactions;

    Holdings(Portfolios portfolios, Transactions transactions) {
        this.portfolios = portfolios;
        this.transactions = transactions;
    }

    /** The holdings of the portfolio; another organisation's portfolio is a 404. */
    @Transactional(readOnly = true)
    public HeldPortfolio of(UUID portfolioId) {
        return of(portfolioId, LotMethod.FIFO, LocalDate.MAX);
    }

    /** The holdings at the end of a day, their cost by the method; another organisation's portfolio is a 404. */
    @Transactional(readOnly = true)
    public HeldPortfolio of(UUID portfolioId, LotMethod method, LocalDate until) {
        var portfolio = portfolios.require(portfolioId);
        var ledger = transactions.replay(portfolioId, new Ledger(LedgerRules.DEFAULT.with(method), gain -> {}), until);
        return new HeldPortfolio(portfolio, ledger.positions(), ledger.cash());
    }
}
