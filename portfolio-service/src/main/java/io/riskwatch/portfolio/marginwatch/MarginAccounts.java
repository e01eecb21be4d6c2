package io.riskwatch.portfolio.marginwatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.riskwatch.portfolio.client.Client;
import io.riskwatch.portfolio.client.Clients;
import io.riskwatch.portfolio.holding.HeldPortfolio;
import io.riskwatch.portfolio.holding.Holdings;
import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.OptionSymbols;
import io.riskwatch.portfolio.margin.OptionTerms;
import io.riskwatch.portfolio.margin.rate.RateBook;
import io.riskwatch.portfolio.margin.rate.RateBooks;
import io.riskwatch.portfolio.marginwatch.MarginStates.AccountKey;
import io.riskwatch.portfolio.marginwatch.MarginStates.Kept;
import io.riskwatch.portfolio.portfolio.Account;
import io.riskwatch.portfolio.portfolio.Portfolio;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.portfolio.Scope;
import io.riskwatch.portfolio.tick.Tick;
import io.riskwatch.portfolio.transaction.Transactions;
import io.riskwatch.portfolio.transaction.Transactions.Booked;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what a margin account consists of, as its own organisation. */
@Component
class MarginAccounts {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Portfolios portfolios;
    private final Holdings holdings;
    private final Transactions ledgers;
    private final PortfolioAccounts accounts;
    private final Clients clients;
    private final RateBooks books;

    /** An organisation has many accounts, and they are read one after the other. */
    private final Cache<UUID, RateBook> rateBooks =
            Caffeine.newBuilder().expireAfterWrite(SHORT).maximumSize(100).build();

    private final MarginStates states;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MarginAccounts(
            Portfolios portfolios,
            Holdings holdings,
            Transactions ledgers,
            PortfolioAccounts accounts,
            Clients clients,
            RateBooks books,
            MarginStates states,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.ledgers = ledgers;
        this.clock = clock;
        this.portfolios = portfolios;
        this.holdings = holdings;
        this.accounts = accounts;
        this.clients = clients;
        this.books = books;
        this.states = states;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The organisation's rates are others now. */
    void forgetRates(UUID organisationId) {
        rateBooks.invalidate(organisationId);
    }

    /** An account as it is now, and what is kept of it. */
    record Read(AccountContent account, StoredState state) {

        long content() {
            return account.past().changes();
        }
    }

    /**
     * Empty when the portfolio is gone, or when nothing can be borrowed in it and that is what is kept.
     *
     * @param first whether it was not read before: then all in one transaction, of which nothing is kept for other questions; those
     *     who ask again are served by what is kept of the ledger
     */
    Optional<Read> read(AccountKey key, boolean first) {
        return Tenancy.as(key.organisationId(), () -> {
            try {
                return first ? transaction.execute(status -> readHere(key)) : readHere(key);
            } catch (ProblemException e) {
                if (e.status() == HttpStatus.NOT_FOUND) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /**
     * Several accounts of an organisation as {@link #read(AccountKey, boolean)} has each that was not read before, with a number of
     * questions that does not depend on how many they are.
     *
     * @return by portfolio; absent where that is empty
     */
    Map<UUID, Read> read(UUID organisationId, Collection<UUID> portfolioIds) {
        return Tenancy.as(
                organisationId,
                () -> Objects.requireNonNull(transaction.execute(status -> readHere(organisationId, portfolioIds))));
    }

    private Map<UUID, Read> readHere(UUID organisationId, Collection<UUID> portfolioIds) {
        Map<UUID, Portfolio> found = portfolios.find(portfolioIds);
        Map<UUID, List<Account>> all = accounts.of(found.keySet());
        Map<Portfolio, List<Account>> lending = new HashMap<>();
        Map<UUID, Read> read = new HashMap<>();
        found.values().forEach(portfolio -> {
            List<Account> its = all.getOrDefault(portfolio.id(), List.of());
            if (its.stream().anyMatch(MarginAccounts::lends)) {
                lending.put(portfolio, its);
            } else { // few, and only until that is written
                readHere(new AccountKey(organisationId, portfolio.id()))
                        .ifPresent(left -> read.put(portfolio.id(), left));
            }
        });
        Set<UUID> ids = lending.keySet().stream().map(Portfolio::id).collect(Collectors.toSet());
        // counted before it is read: what changes in between makes it be read again
        Map<UUID, Kept> kept = states.keep(ids);
        Map<UUID, Client> known = clients.ofPortfolios(ids);
        Map<UUID, Booked> booked = ledgers.booked(ids, LocalDate.now(clock));
        Map<UUID, Map<UUID, HeldPortfolio>> held = holdings.of(lending);
        lending.forEach((portfolio, its) -> {
            UUID id = portfolio.id();
            Kept now = kept.get(id);
            if (now != null) {
                Map<UUID, HeldPortfolio> own = Objects.requireNonNull(held.get(id));
                List<HeldPortfolio> lent = its.stream()
                        .filter(MarginAccounts::lends)
                        .map(account -> Objects.requireNonNull(own.get(account.id())))
                        .toList();
                Parts parts = new Parts(
                        portfolio,
                        lent,
                        Optional.ofNullable(known.get(id)),
                        booked.getOrDefault(id, Booked.NOTHING),
                        now.content());
                read.put(id, new Read(content(organisationId, parts), now.state()));
            }
        });
        return read;
    }

    private Optional<Read> readHere(AccountKey key) {
        Portfolio portfolio = portfolios.require(key.portfolioId());
        List<Account> all = accounts.of(key.portfolioId());
        List<Account> lending = all.stream().filter(MarginAccounts::lends).toList();
        // counted before it is read: what changes in between makes it be read again
        Optional<Kept> kept = transaction.execute(status -> kept(key, !lending.isEmpty()));
        return kept.map(known -> {
            Booked booked = ledgers.booked(List.of(key.portfolioId()), LocalDate.now(clock))
                    .getOrDefault(key.portfolioId(), Booked.NOTHING);
            List<HeldPortfolio> held = all.size() == 1 && lending.size() == 1
                    ? List.of(holdings.of(key.portfolioId())) // as everybody else asks for it
                    : lending.stream()
                            .map(account -> holdings.of(
                                    new Scope(key.portfolioId(), account.id()), LotMethod.FIFO, LocalDate.MAX))
                            .toList();
            Optional<Client> client = held.isEmpty() ? Optional.empty() : clients.ofPortfolio(key.portfolioId());
            Parts parts = new Parts(portfolio, held, client, booked, known.content());
            return new Read(content(key.organisationId(), parts), known.state());
        });
    }

    private static boolean lends(Account account) {
        return account.kind() == Account.Kind.MARGIN;
    }

    private Optional<Kept> kept(AccountKey key, boolean lends) {
        if (lends) {
            return Optional.of(states.keep(key.portfolioId()));
        }
        Optional<Kept> kept = states.find(key.portfolioId());
        if (kept.isPresent() && kept.get().state().state() == MarginState.OK) {
            states.drop(key.portfolioId());
            return Optional.empty();
        }
        return kept; // it owes nothing any more, and that is yet to be written
    }

    /**
     * What an account's content is made of.
     *
     * @param held in each account that lends
     * @param changes as of which count of them
     */
    private record Parts(
            Portfolio portfolio, List<HeldPortfolio> held, Optional<Client> client, Booked booked, long changes) {}

    private AccountContent content(UUID organisationId, Parts parts) {
        RateBook rates = rateBooks.get(organisationId, organisation -> books.today());
        Map<String, AccountContent.Holding> positions = new TreeMap<>();
        List<AccountContent.Balance> cash = new ArrayList<>();
        for (HeldPortfolio account : parts.held()) {
            account.positions().stream()
                    .filter(position -> position.quantity().signum() != 0)
                    .forEach(position -> positions.merge(
                            // what is long in one account and short in another stays two positions
                            position.symbol() + " " + position.quantity().signum(),
                            holding(position, rates),
                            MarginAccounts::together));
            account.cash()
                    .forEach(money -> cash.add(
                            new AccountContent.Balance(money.getCurrencyUnit().getCode(), money.getAmount())));
        }
        CurrencyUnit currency = parts.portfolio().baseCurrency();
        return new AccountContent(
                organisationId,
                parts.portfolio().id(),
                parts.client().map(Client::id).orElse(null),
                parts.client().map(Client::number).orElse(null),
                currency.getCode(),
                rates.rules(Math.max(0, currency.getDecimalPlaces())),
                List.copyOf(positions.values()),
                parts.client().map(Client::loan).orElse(null),
                cash,
                new AccountContent.Past(
                        parts.booked().securities() || !positions.isEmpty(),
                        parts.booked().newestOfDay(),
                        parts.booked().newestBefore(),
                        parts.changes()));
    }

    private static AccountContent.Holding together(AccountContent.Holding one, AccountContent.Holding other) {
        return new AccountContent.Holding(
                one.symbol(), one.quantity().add(other.quantity()), one.rates(), one.option(), one.lastTrade());
    }

    private static AccountContent.Holding holding(Position position, RateBook rates) {
        OptionTerms option = OptionSymbols.parse(position.symbol())
                .map(terms ->
                        terms.withBroadIndex(rates.riskClass(terms.underlying()).broadIndex()))
                .orElse(null);
        return new AccountContent.Holding(
                position.symbol(), position.quantity(), rates.of(position.symbol()), option, lastTrade(position));
    }

    private static @Nullable Tick lastTrade(Position position) {
        return position.lastTrade()
                .filter(trade -> trade.price().signum() > 0)
                .map(trade -> new Tick(
                        position.symbol(),
                        trade.price(),
                        position.currency().getCode(),
                        trade.date().atStartOfDay(ZoneOffset.UTC).toInstant(),
                        null))
                .orElse(null);
    }
}
