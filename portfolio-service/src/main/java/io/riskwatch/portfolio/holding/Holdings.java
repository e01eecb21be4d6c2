package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.Decimals;
import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.ledger.LedgerRules;
import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.portfolio.Account;
import io.riskwatch.portfolio.portfolio.Portfolio;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.portfolio.Scope;
import io.riskwatch.portfolio.transaction.Transactions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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

    record AtTheEndOf(
            LocalDate day, LedgerRules rules, @Nullable UUID account) implements Question<Content, Content> {

        @Override
        public Replay<Content> start() {
            return new Playing(this);
        }

        @Override
        public Content together(List<Content> parts) {
            return new Content(
                    parts.stream()
                            .flatMap(part -> part.positions().stream())
                            .sorted(Comparator.comparing(Position::symbol))
                            .toList(),
                    sums(parts.stream().flatMap(part -> part.cash().stream()).toList()));
        }

        /** By currency code. */
        private static List<BigMoney> sums(List<BigMoney> cash) {
            var sums = new TreeMap<String, BigMoney>();
            for (var money : cash) {
                sums.merge(money.getCurrencyUnit().getCode(), money, BigMoney::plus);
            }
            return sums.values().stream()
                    .map(money -> money.withAmount(Decimals.normal(money.getAmount())))
                    .filter(money -> !money.isZero())
                    .toList();
        }
    }

    record Content(List<Position> positions, List<BigMoney> cash) {}

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
        public Content part() {
            return account == null
                    ? new Content(ledger.positions(), ledger.cash())
                    : new Content(ledger.positions(account), ledger.cash(account));
        }

        /** A lot is kept by the ledger and by its part. */
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
        var content = cache.of(portfolioId, question);
        return new HeldPortfolio(portfolio, content.positions(), content.cash());
    }

    /**
     * What accounts of several portfolios hold, each account for itself, by first in, first out, from one reading of all their
     * ledgers; nothing of it is kept for other questions.
     *
     * @param accounts all of each portfolio
     * @return by portfolio and account
     */
    @Transactional(readOnly = true)
    public Map<UUID, Map<UUID, HeldPortfolio>> of(Map<Portfolio, List<Account>> accounts) {
        var ledgers = new HashMap<UUID, Ledger>();
        accounts.forEach((portfolio, all) -> ledgers.put(portfolio.id(), new Ledger(rules(all))));
        transactions.forEachOf(
                ledgers.keySet(),
                (portfolio, entry) ->
                        Objects.requireNonNull(ledgers.get(portfolio)).play(entry));
        var held = new HashMap<UUID, Map<UUID, HeldPortfolio>>();
        accounts.forEach((portfolio, all) -> {
            var ledger = Objects.requireNonNull(ledgers.get(portfolio.id()));
            var own = new HashMap<UUID, HeldPortfolio>();
            for (var account : all) {
                var content = new AtTheEndOf(LocalDate.MAX, rules(all), account.id())
                        .together(List.of(new Content(ledger.positions(account.id()), ledger.cash(account.id()))));
                own.put(account.id(), new HeldPortfolio(portfolio, content.positions(), content.cash()));
            }
            held.put(portfolio.id(), own);
        });
        return held;
    }

    private static LedgerRules rules(List<Account> accounts) {
        return new LedgerRules(
                LotMethod.FIFO,
                LedgerRules.ShortSales.REFUSED,
                accounts.stream()
                        .filter(Account::shortsAllowed)
                        .map(Account::id)
                        .collect(Collectors.toSet()));
    }
}
