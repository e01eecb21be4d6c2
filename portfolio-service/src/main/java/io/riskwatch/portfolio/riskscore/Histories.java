package io.riskwatch.portfolio.riskscore;

import io.riskwatch.portfolio.marketdata.MarketData;
import io.riskwatch.portfolio.marketdata.PriceHistory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/** The past returns of what is held, in the portfolio's currency: closes times the exchange rate of the same day. */
@Service
public class Histories {

    private static final int YEARS = 5;
    private static final String PIVOT = "USD";

    private final MarketData marketData;
    private final Clock clock;

    Histories(MarketData marketData, Clock clock) {
        this.marketData = marketData;
        this.clock = clock;
    }

    /** Up to five years of daily returns of the symbols in the currency. */
    public ReturnHistory of(Collection<String> symbols, String currency) {
        var today = LocalDate.now(clock);
        var from = today.minusYears(YEARS);
        var closes = marketData.histories(symbols, from, today);
        var currencies = new TreeSet<String>();
        closes.values().stream().map(PriceHistory::currency).forEach(currencies::add);
        currencies.remove(currency);
        var rates = rates(currencies, currency, from, today);
        var prices = new HashMap<String, NavigableMap<LocalDate, Double>>();
        var traded = new HashMap<String, Double>();
        closes.forEach((symbol, history) -> series(history, currency, rates).ifPresent(series -> {
            prices.put(symbol, series);
            Liquidity.usuallyTraded(series, history.volumes()).ifPresent(value -> traded.put(symbol, value));
        }));
        return ReturnHistory.of(prices, RiskScore.LEAST_OBSERVATIONS).withTraded(traded);
    }

    private Map<String, PriceHistory> rates(
            Collection<String> currencies, String base, LocalDate from, LocalDate today) {
        if (currencies.isEmpty()) {
            return Map.of();
        }
        var pairs = new TreeSet<String>();
        currencies.forEach(currency -> pairs.add(currency + PIVOT));
        pairs.add(base + PIVOT);
        pairs.remove(PIVOT + PIVOT);
        return marketData.histories(pairs, from, today);
    }

    /** Prices in the base currency on the days that have a rate at or before them; empty when there is no rate at all. */
    private static Optional<NavigableMap<LocalDate, Double>> series(
            PriceHistory history, String base, Map<String, PriceHistory> rates) {
        var foreign = history.currency();
        var series = new TreeMap<LocalDate, Double>();
        var numerator = foreign.equals(base) || foreign.equals(PIVOT) ? null : rates.get(foreign + PIVOT);
        var denominator = foreign.equals(base) || base.equals(PIVOT) ? null : rates.get(base + PIVOT);
        if (!foreign.equals(base)
                && ((numerator == null && !foreign.equals(PIVOT)) || (denominator == null && !base.equals(PIVOT)))) {
            return Optional.empty();
        }
        var up = numerator == null ? null : numerator.closes();
        var down = denominator == null ? null : denominator.closes();
        history.closes().forEach((day, close) -> {
            var inDollars = up == null ? null : up.floorEntry(day);
            var baseInDollars = down == null ? null : down.floorEntry(day);
            if ((up == null || inDollars != null) && (down == null || baseInDollars != null)) {
                var rate = (inDollars == null ? 1 : inDollars.getValue().doubleValue())
                        / (baseInDollars == null ? 1 : baseInDollars.getValue().doubleValue());
                var price = close.doubleValue() * rate;
                if (price > 0) {
                    series.put(day, price);
                }
            }
        });
        return Optional.of(series);
    }
}
