package io.riskwatch.portfolio.paper;

import static io.riskwatch.portfolio.portfolio.Portfolios.organisation;

import io.riskwatch.portfolio.entitlement.Entitlements;
import io.riskwatch.portfolio.ledger.BookedIn;
import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.riskwatch.portfolio.portfolio.Portfolio;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.transaction.TransactionService;
import io.riskwatch.service.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The portfolios for paper trading: ordinary ones with a deposit of virtual money, and what is kept beside them. */
@Service
class PaperPortfolios {

    private static final String OWN = " where organisation_id = ? and portfolio_id = ?";

    private final Portfolios portfolios;
    private final PortfolioAccounts accounts;
    private final TransactionService ledger;
    private final Entitlements entitlements;
    private final JdbcClient jdbc;
    private final Clock clock;

    PaperPortfolios(
            Portfolios portfolios,
            PortfolioAccounts accounts,
            TransactionService ledger,
            Entitlements entitlements,
            JdbcClient jdbc,
            Clock clock) {
        this.portfolios = portfolios;
        this.accounts = accounts;
        this.ledger = ledger;
        this.entitlements = entitlements;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new one, within the plan's number of portfolios. */
    @Transactional
    public Portfolio create(String name, Money cash) {
        entitlements.current().require("portfolios", portfolios.count() + 1, "portfolios");
        Portfolio portfolio = portfolios.createPaper(name, cash.getCurrencyUnit());
        jdbc.sql("insert into paper_portfolio (organisation_id, portfolio_id, starting_cash) values (?, ?, ?)")
                .params(organisation(), portfolio.id(), cash.getAmount())
                .update();
        ledger.book(
                portfolio.id(),
                BookedIn.one(accounts.standard(portfolio.id())),
                deposit(cash.getCurrencyUnit(), cash.getAmount()),
                "Virtual money of paper trading");
        return portfolio;
    }

    private Booking deposit(CurrencyUnit currency, BigDecimal amount) {
        return new Booking(
                LocalDate.now(clock),
                TransactionType.DEPOSIT,
                null,
                null,
                null,
                null,
                currency,
                BigDecimal.ZERO,
                amount);
    }

    /** The portfolio, or a 404 when there is none or it is none for paper trading. */
    @Transactional(readOnly = true)
    public Portfolio require(UUID portfolioId) {
        Portfolio portfolio = portfolios.require(portfolioId);
        if (!portfolio.paper()) {
            throw ProblemException.notFound("paper portfolio");
        }
        return portfolio;
    }

    /** As {@link #require}, and nobody changes its ledger or its orders until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Portfolio lock(UUID portfolioId) {
        portfolios.lock(portfolioId);
        return require(portfolioId);
    }

    @Transactional(readOnly = true)
    public BigDecimal startingCash(UUID portfolioId) {
        return jdbc.sql("select starting_cash from paper_portfolio" + OWN)
                .params(organisation(), portfolioId)
                .query(BigDecimal.class)
                .single();
    }

    /** Remembers whether the owner is warned of a margin call; answers whether that is news. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean warned(UUID portfolioId, boolean warned) {
        return jdbc.sql("update paper_portfolio set warned = ?" + OWN + " and warned <> ?")
                        .params(warned, organisation(), portfolioId, warned)
                        .update()
                == 1;
    }

    /** A portfolio of some organisation. */
    record Place(UUID portfolioId, UUID organisationId) {}

    /** Those of all organisations that ever traded, after the given one. */
    @Transactional(readOnly = true)
    public List<Place> traded(UUID after, int most) {
        return jdbc.sql("select traded_portfolio, of_organisation from traded_paper_portfolios(?, ?)")
                .params(after, most)
                .query((row, number) -> new Place(
                        row.getObject("traded_portfolio", UUID.class), row.getObject("of_organisation", UUID.class)))
                .list();
    }
}
