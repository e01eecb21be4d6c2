package io.riskwatch.portfolio.account;

import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.Oversold;
import io.riskwatch.portfolio.portfolio.Account;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.transaction.Transactions;
import io.riskwatch.service.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and deletes accounts, never in a way that leaves the ledger impossible. */
@Service
class AccountService {

    private final Portfolios portfolios;
    private final PortfolioAccounts accounts;
    private final Transactions transactions;

    AccountService(Portfolios portfolios, PortfolioAccounts accounts, Transactions transactions) {
        this.portfolios = portfolios;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @Transactional(readOnly = true)
    List<Account> list(UUID portfolioId) {
        portfolios.require(portfolioId);
        return accounts.of(portfolioId);
    }

    @Transactional(readOnly = true)
    Account get(UUID portfolioId, UUID id) {
        portfolios.require(portfolioId);
        return accounts.require(portfolioId, id);
    }

    @Transactional
    Account add(UUID portfolioId, AccountRequest request) {
        check(request);
        portfolios.requireKeptByHand(portfolioId);
        portfolios.lock(portfolioId);
        if (accounts.of(portfolioId).size() >= PortfolioAccounts.MOST) {
            throw ProblemException.conflict("A portfolio has at most %d accounts.".formatted(PortfolioAccounts.MOST));
        }
        return accounts.add(portfolioId, request.trimmedName(), request.kind(), request.allowsShorts());
    }

    /** Changes it; short sales are switched off only where there never were any. */
    @Transactional
    Account change(UUID portfolioId, UUID id, Predicate<Account> expected, AccountRequest request) {
        check(request);
        portfolios.requireKeptByHand(portfolioId);
        portfolios.lock(portfolioId);
        var before = expected(portfolioId, id, expected);
        var changed = accounts.change(portfolioId, id, request.trimmedName(), request.kind(), request.allowsShorts());
        if (before.shortsAllowed() && !changed.shortsAllowed()) {
            refuseWhatNeedsShorts(portfolioId);
        }
        return changed;
    }

    private void refuseWhatNeedsShorts(UUID portfolioId) {
        try {
            transactions.replay(portfolioId);
        } catch (Oversold e) {
            throw ProblemException.unprocessable("shortsAllowed", "something was sold short here: " + e.reason());
        } catch (BookingRefused e) {
            throw ProblemException.unprocessable("shortsAllowed", "something was sold short here: " + e.reason());
        }
    }

    @Transactional
    void delete(UUID portfolioId, UUID id, Predicate<Account> expected) {
        portfolios.requireKeptByHand(portfolioId);
        portfolios.lock(portfolioId);
        if (expected(portfolioId, id, expected).standard()) {
            throw ProblemException.conflict("The standard account stays as long as the portfolio; rename it instead.");
        }
        if (!transactions
                .list(portfolioId, java.util.Optional.of(id), java.util.Optional.empty(), 1)
                .isEmpty()) {
            throw ProblemException.conflict(
                    "The account has transactions; delete them or move them to another account first.");
        }
        accounts.delete(portfolioId, id);
    }

    private Account expected(UUID portfolioId, UUID id, Predicate<Account> expected) {
        var found = accounts.require(portfolioId, id);
        if (!expected.test(found)) {
            throw ProblemException.preconditionFailed("The account was changed since it was read; read it again.");
        }
        return found;
    }

    private static void check(AccountRequest request) {
        if (request.allowsShorts() && request.kind() != Account.Kind.MARGIN) {
            throw ProblemException.unprocessable("shortsAllowed", "only a MARGIN account sells what it does not hold");
        }
    }
}
