package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.LedgerRules;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.portfolio.Scope;
import io.riskwatch.portfolio.transaction.Transactions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a portfolio of the current organisation held on every day, from its ledger alone. */
@Service
public class HoldingHistories {

    private final Portfolios portfolios;
    private final PortfolioAccounts accounts;
    private final Transactions transactions;
    private final LedgerCache cache;

    HoldingHistories(Portfolios portfolios, PortfolioAccounts accounts, Transactions transactions, LedgerCache cache) {
        this.accounts = accounts;
        this.portfolios = portfolios;
        this.transactions = transactions;
        this.cache = cache;
    }

    record EveryDay(LedgerRules rules, @Nullable UUID account) implements Question<HistoryPart, HoldingHistory> {

        @Override
        public Replay<HistoryPart> start() {
            return new HoldingRecorder(rules, account);
        }

        @Override
        public HoldingHistory together(List<HistoryPart> parts) {
            return HoldingHistory.together(parts);
        }
    }

    /** The history of the portfolio's holdings; another organisation's portfolio is a 404. */
    @Transactional(readOnly = true)
    public HoldingHistory of(UUID portfolioId) {
        return of(Scope.all(portfolioId));
    }

    /** The same of one account, where an own transfer crosses the border; an account that is not there is a 404. */
    @Transactional(readOnly = true)
    public HoldingHistory of(Scope scope) {
        var portfolioId = scope.portfolio();
        portfolios.require(portfolioId);
        var account = scope.account() == null
                ? null
                : accounts.require(portfolioId, scope.account()).id();
        return cache.of(portfolioId, new EveryDay(transactions.rules(portfolioId), account));
    }
}
