package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.portfolio.Portfolios;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a portfolio of the current organisation held on every day, from its ledger alone. */
@Service
public class HoldingHistories {

    private final Portfolios portfolios;
    private final LedgerCache cache;

    HoldingHistories(Portfolios portfolios, LedgerCache cache) {
        this.portfolios = portfolios;
        this.cache = cache;
    }

    /** The history of the portfolio's holdings; another organisation's portfolio is a 404. */
    @Transactional(readOnly = true)
    public HoldingHistory of(UUID portfolioId) {
        portfolios.require(portfolioId);
        return cache.of(portfolioId, HoldingHistory.class, HoldingHistory.class, HoldingHistory.Recorder::new);
    }
}
