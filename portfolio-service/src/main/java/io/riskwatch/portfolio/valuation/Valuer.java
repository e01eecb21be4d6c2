package io.riskwatch.portfolio.valuation;

import io.riskwatch.portfolio.holding.HeldPortfolio;
import io.riskwatch.portfolio.holding.Holdings;
import io.riskwatch.portfolio.ledger.LotMethod;
import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.marketdata.Quote;
import io.riskwatch.portfolio.marketdata.Quotes;
import io.riskwatch.portfolio.portfolio.Account;
import io.riskwatch.portfolio.portfolio.PortfolioAccounts;
import io.riskwatch.portfolio.portfolio.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Values a portfolio at the latest quotes: one call for its symbols and rates, a second only for rates it did not expect. */
@Service
public class Valuer {

    /** Closes before a day that still count on it: weekends and holidays. */
    private static final int DAYS_BEFORE = 10;

    private final PortfolioAccounts accounts;
    private final Holdings holdings;
    private final MarketData marketData;
    private final Clock clock;

    Valuer(PortfolioAccounts accounts, Holdings holdings, MarketData marketData, Clock clock) {
        this.accounts = accounts;
        this.holdings = holdings;
        this.marketData = marketData;
        this.clock = clock;
    }

    /** The portfolio at the latest quotes; another organisation's is a 404. */
    public Valuation value(UUID portfolioId) {
        return value(Scope.all(portfolioId), LotMethod.FIFO);
    }

    /** The portfolio, or one account of it, at the latest quotes, its cost by the lot method. */
    public Valuation value(Scope scope, LotMethod method) {
        var held = holdings.of(scope, method, LocalDate.MAX);
        return Valuation.of(held, quotes(held, marketData::quotes), clock.instant());
    }

    /** The portfolio at prices from elsewhere, asked for by symbol, exchange rates among them. */
    public Valuation value(UUID portfolioId, Function<Collection<String>, Quotes> prices) {
        var held = holdings.of(portfolioId);
        return Valuation.of(held, quotes(held, prices), clock.instant());
    }

    /** The portfolio, or one account of it, at the close of a day: the last closes on or before it, as they were traded. */
    Valuation value(Scope scope, LotMethod method, LocalDate day) {
        if (!day.isBefore(LocalDate.now(clock))) {
            return value(scope, method);
        }
        var held = holdings.of(scope, method, day);
        return Valuation.of(
                held,
                quotes(held, symbols -> closes(symbols, day)),
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Each account of the portfolio, all at the same latest quotes. */
    public Map<Account, Valuation> accounts(UUID portfolioId) {
        var quotes = quotes(holdings.of(portfolioId), marketData::quotes);
        var now = clock.instant();
        var valued = new LinkedHashMap<Account, Valuation>();
        for (var account : accounts.of(portfolioId)) {
            var held = holdings.of(new Scope(portfolioId, account.id()), LotMethod.FIFO, LocalDate.MAX);
            valued.put(account, Valuation.of(held, quotes, now));
        }
        return valued;
    }

    private Quotes closes(Collection<String> symbols, LocalDate day) {
        var found = new HashMap<String, Quote>();
        marketData.histories(symbols, day.minusDays(DAYS_BEFORE), day).forEach((symbol, history) -> {
            var closes = history.closes();
            var last = closes.floorEntry(day);
            if (last != null) {
                var before = closes.lowerEntry(last.getKey());
                found.put(
                        symbol,
                        new Quote(
                                symbol,
                                last.getValue(),
                                history.currency(),
                                last.getKey().atStartOfDay(ZoneOffset.UTC).toInstant(),
                                before == null ? null : before.getValue(),
                                null,
                                history.simulated(),
                                false));
            }
        });
        return new Quotes(found, false);
    }

    private Quotes quotes(HeldPortfolio held, Function<Collection<String>, Quotes> prices) {
        var base = held.portfolio().baseCurrency().getCode();
        var currencies = new TreeSet<String>();
        held.positions().forEach(position -> currencies.add(position.currency().getCode()));
        held.cash().forEach(money -> currencies.add(money.getCurrencyUnit().getCode()));
        var asked = new TreeSet<>(ExchangeRates.symbols(base, currencies));
        held.positions().forEach(position -> asked.add(position.symbol()));
        if (asked.isEmpty()) {
            return new Quotes(Map.of(), false);
        }
        var quotes = prices.apply(asked);
        quotes.bySymbol().values().stream().map(Quote::currency).forEach(currencies::add);
        var unexpected = new ArrayList<>(ExchangeRates.symbols(base, currencies));
        unexpected.removeAll(asked);
        return unexpected.isEmpty() ? quotes : joined(quotes, prices.apply(unexpected));
    }

    private static Quotes joined(Quotes first, Quotes second) {
        var all = new HashMap<>(first.bySymbol());
        all.putAll(second.bySymbol());
        return new Quotes(all, first.away() || second.away());
    }
}
