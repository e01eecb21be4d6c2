package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.ledger.LedgerRules;
import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.portfolio.Scope;
import io.riskwatch.portfolio.transaction.Transactions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a portfolio of the current organisation holds, from its ledger alone. */
@Service
public class Holdings {

    static final int FIGURES_OF_A_LOT = 4;

    private final Portfolios portfolios;
    private final PortfolioAccounts accounts;
    private final Transactions transactions;
    private final LedgerCache cache;

    Holdings(Portfolios portfolios, PortfolioAccounts accounts, Transactions transactions, LedgerCache cache) {
        this.accounts = accounts;
        this.portfolios = portfolios;
        this.transactions = transactions;
        this.cache = cache;
    }

    private record AtTheEndOf(
            LocalDate day, LedgerRules rules, @Nullable UUID account) {}

    private record Content(List<Position> positions, List<BigMoney> cash) {}

    /** Plays what was booked until the end of a day. */
    private static final class Playing implements Replay<Content> {

        private final LocalDate until;
        private final @Nullable UUID account;
        private final Ledger ledger;

        Playing(AtTheEndOf question) {
            until = question.day();
            account = question.account();
            ledger = new Ledger(question.rules());
        }

        @Override
        public void play(LedgerEntry entry) {
            if (!entry.booking().date().isAfter(until)) {
                ledger.play(entry);
            }
        }

        @Override
        public Content answer() {
            return account == null
                    ? new Content(ledger.positions(), ledger.cash())
                    : new Content(ledger.positions(account), ledger.cash(account));
        }

        /** A lot is kept by the ledger and by its answer. */
        @Override
        public int figures() {
            return 2 * FIGURES_OF_A_LOT * ledger.openLots();
        }
    }

    /** The holdings of the portfolio; another organisation's portfolio is a 404. */
    @Transactional(readOnly = true)
    public HeldPortfolio of(UUID portfolioId) {
        return of(Scope.all(portfolioId), LotMethod.FIFO, LocalDate.MAX);
    }

    /** The holdings at the end of a day, their cost by the method; another organisation's portfolio or account is a 404. */
    @Transactional(readOnly = true)
    public HeldPortfolio of(Scope scope, LotMethod method, LocalDate until) {
        var portfolioId = scope.portfolio();
        var portfolio = portfolios.require(portfolioId);
        var account = scope.account() == null
                ? null
                : accounts.require(portfolioId, scope.account()).id();
        var question = new AtTheEndOf(until, transactions.rules(portfolioId).with(method), account);
        var content = cache.of(portfolioId, question, Content.class, () -> new Playing(question));
        return new HeldPortfolio(portfolio, content.positions(), content.cash());
    }
}
