package io.riskwatch.portfolio.valuation;

import io.riskwatch.portfolio.holding.HeldPortfolio;
import io.riskwatch.portfolio.holding.Holdings;
import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.marketdata.Quote;
import io.riskwatch.portfolio.marketdata.Quotes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Values a portfolio at the latest quotes: one call for its symbols and rates, a second only for rates it did not expect. */
@Service
public class Valuer {

    private final Holdings holdings;
    private final MarketData marketData;
    private final Clock clock;

    Valuer(Holdings holdings, MarketData marketData, Clock clock) {
        this.holdings = holdings;
        this.marketData = marketData;
        this.clock = clock;
    }

    /** The portfolio at the latest quotes; another organisation's is a 404. */
    public Valuation value(UUID portfolioId) {
        var held = holdings.of(portfolioId);
        return Valuation.of(held, quotes(held), clock.instant());
    }

    private Quotes quotes(HeldPortfolio held) {
        var base = held.portfolio().baseCurrency().getCode();
        var currencies = new TreeSet<String>();
        held.positions().forEach(position -> currencies.add(position.currency().getCode()));
        held.cash().forEach(money -> currencies.add(money.getCurrencyUnit().getCode()));
        var asked = new TreeSet<>(ExchangeRates.symbols(base, currencies));
        held.positions().forEach(position -> asked.add(position.symbol()));
        if (asked.isEmpty()) {
            return new Quotes(java.util.Map.of(), false);
        }
        var quotes = marketData.quotes(asked);
        quotes.bySymbol().values().stream().map(Quote::currency).forEach(currencies::add);
        var unexpected = new ArrayList<>(ExchangeRates.symbols(base, currencies));
        unexpected.removeAll(asked);
        return unexpected.isEmpty() ? quotes : joined(quotes, marketData.quotes(unexpected));
    }

    private static Quotes joined(Quotes first, Quotes second) {
        var all = new HashMap<>(first.bySymbol());
        all.putAll(second.bySymbol());
        return new Quotes(all, first.away() || second.away());
    }
}
