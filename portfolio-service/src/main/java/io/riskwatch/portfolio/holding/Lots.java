package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LedgerRules;
import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.ledger.RealisedGain;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.portfolio.Scope;
import io.riskwatch.portfolio.transaction.Transactions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lots of a portfolio of the current organisation, told from its ledger under any lot method. */
@Service
class Lots {

    private final Portfolios portfolios;
    private final PortfolioAccounts accounts;
    private final Transactions transactions;

    Lots(Portfolios portfolios, PortfolioAccounts accounts, Transactions transactions) {
        this.accounts = accounts;
        this.portfolios = portfolios;
        this.transactions = transactions;
    }

    /** The positions at the end of a day with their lots, each in its account. */
    @Transactional(readOnly = true)
    List<InAccount> open(Scope scope, LotMethod method, LocalDate until) {
        check(scope);
        var portfolioId = scope.portfolio();
        var ledger = transactions.replay(portfolioId, new Ledger(rules(portfolioId, method)), until);
        var shown = scope.account() == null ? ledger.accounts() : List.of(scope.account());
        return shown.stream()
                .flatMap(
                        account -> ledger.positions(account).stream().map(position -> new InAccount(account, position)))
                .toList();
    }

    /** A position of an account. */
    record InAccount(UUID account, Position position) {}

    private void check(Scope scope) {
        portfolios.require(scope.portfolio());
        if (scope.account() != null) {
            accounts.require(scope.portfolio(), scope.account());
        }
    }

    /**
     * Gains in the order they were realised.
     *
     * @param after how many of those that fit to leave out
     * @param limit how many to answer at most
     */
    @Transactional(readOnly = true)
    List<RealisedGain> realised(Scope scope, LotMethod method, Predicate<RealisedGain> which, int after, int limit) {
        check(scope);
        var portfolioId = scope.portfolio();
        Predicate<RealisedGain> fits =
                which.and(gain -> scope.account() == null || scope.account().equals(gain.account()));
        var page = new Object() {
            final List<RealisedGain> gains = new ArrayList<>();
            int seen;

            void take(RealisedGain gain) {
                if (fits.test(gain) && seen++ >= after && gains.size() < limit) {
                    gains.add(gain);
                }
            }
        };
        transactions.replay(portfolioId, new Ledger(rules(portfolioId, method), page::take), LocalDate.MAX);
        return page.gains;
    }

    /** What was ever held, by symbol, under each method; the rows are read once. */
    @Transactional(readOnly = true)
    Map<LotMethod, List<Position>> byMethod(Scope scope) {
        check(scope);
        var portfolioId = scope.portfolio();
        var ledgers = new EnumMap<LotMethod, Ledger>(LotMethod.class);
        var rules = transactions.rules(portfolioId);
        for (var method : LotMethod.values()) {
            ledgers.put(method, new Ledger(rules.with(method)));
        }
        transactions.forEach(portfolioId, entry -> ledgers.values().forEach(ledger -> ledger.play(entry)));
        var positions = new EnumMap<LotMethod, List<Position>>(LotMethod.class);
        ledgers.forEach((method, ledger) -> positions.put(
                method,
                scope.account() == null ? ledger.positionsEverHeld() : ledger.positionsEverHeld(scope.account())));
        return positions;
    }

    private LedgerRules rules(UUID portfolioId, LotMethod method) {
        return transactions.rules(portfolioId).with(method);
    }
}
