package io.riskwatch.portfolio.valuation;

import io.riskwatch.portfolio.holding.HoldingHistories;
import io.riskwatch.portfolio.holding.HoldingHistory;
import io.riskwatch.portfolio.marketdata.Closes;
import io.riskwatch.portfolio.marketdata.DailyCloses;
import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.marketdata.PriceAdjustment;
import io.riskwatch.portfolio.portfolio.Portfolios;
import io.riskwatch.portfolio.portfolio.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/** The value of a portfolio on every day, from its ledger and the price history of what it ever held. */
@Service
public class ValueHistories {

    /** Closes this many days before the first one may still count on it. */
    private static final int DAYS_BEFORE = 30;

    private final Portfolios portfolios;
    private final HoldingHistories histories;
    private final MarketData marketData;
    private final Clock clock;

    ValueHistories(Portfolios portfolios, HoldingHistories histories, MarketData marketData, Clock clock) {
        this.portfolios = portfolios;
        this.histories = histories;
        this.marketData = marketData;
        this.clock = clock;
    }

    /** The day up to which there is a past. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * The past of a portfolio, or of one account of it; another organisation's is a 404.
     *
     * @param from the first day wanted, else the first booking's; days before that are left out
     * @param to the last day wanted, not before {@code from}
     */
    public PortfolioHistory of(Scope scope, Optional<LocalDate> from, LocalDate to) {
        var portfolio = portfolios.require(scope.portfolio());
        var holdings = histories.of(scope);
        var first = holdings.first().filter(day -> !day.isAfter(to));
        if (first.isEmpty()) {
            return new PortfolioHistory(portfolio, holdings, Optional.empty(), false);
        }
        var days = new Days(from.filter(day -> day.isAfter(first.get())).orElse(first.get()), to);
        var base = portfolio.baseCurrency().getCode();
        var closes = closes(holdings, base, days);
        return new PortfolioHistory(
                portfolio, holdings, Optional.of(DailyValues.of(holdings, base, days, closes)), closes.away());
    }

    /** What currencies were worth in the base currency on the days. */
    public DailyRates rates(String base, Collection<String> currencies, Days days) {
        return new DailyRates(
                base,
                days,
                marketData.closes(
                        ExchangeRates.symbols(base, currencies),
                        days.first().minusDays(DAYS_BEFORE),
                        days.last(),
                        PriceAdjustment.RAW));
    }

    /** What one unit of an instrument was worth over the days of a past, dividends reinvested; empty when nobody knows it. */
    public Optional<UnitSeries> units(String symbol, PortfolioHistory history) {
        var days = history.values().orElseThrow().days();
        var from = days.first().minusDays(DAYS_BEFORE);
        var closes = marketData.closes(List.of(symbol), from, days.last(), PriceAdjustment.SPLITS_AND_DIVIDENDS);
        var base = history.portfolio().baseCurrency().getCode();
        return closes.of(symbol).map(found -> {
            var rates = marketData.closes(
                    ExchangeRates.symbols(base, List.of(found.currency())), from, days.last(), PriceAdjustment.RAW);
            return UnitSeries.of(found, days, new DailyRates(base, days, rates));
        });
    }

    private Closes closes(HoldingHistory holdings, String base, Days days) {
        var symbols = new TreeSet<String>();
        var currencies = new TreeSet<String>();
        for (var security : holdings.securities()) {
            symbols.add(security.symbol());
            currencies.add(security.currency());
        }
        for (var flow : holdings.flows()) {
            currencies.add(flow.currency());
            Optional.ofNullable(flow.symbol()).ifPresent(symbols::add);
        }
        holdings.cash().forEach(money -> currencies.add(money.currency()));
        var from = days.first().minusDays(DAYS_BEFORE);
        var prices = marketData.closes(symbols, from, days.last(), PriceAdjustment.RAW);
        prices.bySymbol().values().stream().map(DailyCloses::currency).forEach(currencies::add);
        var rates = marketData.closes(ExchangeRates.symbols(base, currencies), from, days.last(), PriceAdjustment.RAW);
        return prices.and(rates);
    }
}
