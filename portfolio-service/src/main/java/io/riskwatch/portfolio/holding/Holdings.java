package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LedgerRules;
import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.transaction.Transactions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a portfolio of the current organisation holds, from its ledger alone. */
@Service
public class Holdings {

    private final Portfolios portfolios;
    private final Transactions transactions;
    private final LedgerCache cache;

    Holdings(Portfolios portfolios, Transactions transactions, LedgerCache cache) {
        this.portfolios = portfolios;
        this.transactions = transactions;
        this.cache = cache;
    }

    private record AtTheEndOf(LocalDate day, LotMethod method) {}

    private record Content(List<Position> positions, List<BigMoney> cash) {

        int figures() {
            return 4
                    * positions.stream()
                            .mapToInt(position -> 2 + position.lots().size())
                            .sum();
        }
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
        var content = cache.of(
                portfolioId,
                new AtTheEndOf(until, method),
                Content.class,
                () -> replay(portfolioId, method, until),
                Content::figures);
        return new HeldPortfolio(portfolio, content.positions(), content.cash());
    }

    private Content replay(UUID portfolioId, LotMethod method, LocalDate until) {
        var ledger = transactions.replay(portfolioId, new Ledger(LedgerRules.DEFAULT.with(method), gain -> {}), until);
        return new Content(ledger.positions(), ledger.cash());
    }
}
