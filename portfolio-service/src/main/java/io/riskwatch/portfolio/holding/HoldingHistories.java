package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.LedgerRules;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.transaction.Transactions;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a portfolio of the current organisation held on every day, from its ledger alone. */
@Service
public class HoldingHistories {

    private final Portfolios portfolios;
    private final Transactions transactions;
    private final LedgerCache cache;

    HoldingHistories(Portfolios portfolios, Transactions transactions, LedgerCache cache) {
        this.portfolios = portfolios;
        this.transactions = transactions;
        this.cache = cache;
    }

    private record EveryDay(LedgerRules rules) {}

    /** The history of the portfolio's holdings; another organisation's portfolio is a 404. */
    @Transactional(readOnly = true)
    public HoldingHistory of(UUID portfolioId) {
        portfolios.require(portfolioId);
        var question = new EveryDay(transactions.rules(portfolioId));
        return cache.of(
                portfolioId, question, HoldingHistory.class, () -> new HoldingHistory.Recorder(question.rules()));
    }
}
