package io.riskwatch.portfolio.valuation;

import io.riskwatch.portfolio.ledger.Held;
import io.riskwatch.portfolio.ledger.Ledger;
import io.riskwatch.portfolio.ledger.LedgerEntry;
import io.riskwatch.portfolio.marketdata.PriceHistory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;

/**
 * The value of a ledger at the close of given days: entries are played in order, and whenever a day is over the ledger is
 * valued at the last close on or before it. A close is carried over days without one.
 */
final class ValueHistory {

    private final CurrencyUnit base;
    private final Map<String, NavigableMap<LocalDate, BigDecimal>> closes = new HashMap<>();
    private final Map<String, String> currencies = new HashMap<>();
    private final List<LocalDate> days;
    private final Ledger ledger = new Ledger();
    private final NavigableMap<LocalDate, BigDecimal> values = new TreeMap<>();
    private final TreeSet<String> unpriced = new TreeSet<>();
    private final TreeSet<String> missingRates = new TreeSet<>();
    private int next;

    /**
     * Values on some days.
     *
     * @param days ascending
     * @param histories by symbol, exchange rates among them
     */
    ValueHistory(CurrencyUnit base, List<LocalDate> days, Map<String, PriceHistory> histories) {
        this.base = base;
        this.days = List.copyOf(days);
        histories.forEach((symbol, history) -> {
            closes.put(symbol, history.closes());
            currencies.put(symbol, history.currency());
        });
    }

    /** At most {@code most} of the days on which anything was priced, spread evenly, the first and the last among them. */
    static List<LocalDate> days(Collection<PriceHistory> histories, LocalDate from, LocalDate to, int most) {
        var all = new TreeSet<LocalDate>();
        histories.forEach(history ->
                all.addAll(history.closes().subMap(from, true, to, true).keySet()));
        all.add(from);
        all.add(to);
        var sorted = List.copyOf(all);
        if (sorted.size() <= most) {
            return sorted;
        }
        var chosen = new ArrayList<LocalDate>(most);
        for (var i = 0; i < most; i++) {
            chosen.add(sorted.get((int) ((long) i * (sorted.size() - 1) / (most - 1))));
        }
        return chosen;
    }

    /** The next entry, in the ledger's order. */
    void play(LedgerEntry entry) {
        while (next < days.size() && days.get(next).isBefore(entry.booking().date())) {
            value(days.get(next++));
        }
        ledger.play(entry);
    }

    /** The values, when every entry was played. */
    NavigableMap<LocalDate, BigDecimal> finish() {
        while (next < days.size()) {
            value(days.get(next++));
        }
        return values;
    }

    List<String> unpriced() {
        return List.copyOf(unpriced);
    }

    List<String> missingRates() {
        return List.copyOf(missingRates);
    }

    private void value(LocalDate day) {
        var value = BigDecimal.ZERO;
        for (var held : ledger.held()) {
            value = value.add(value(held, day));
        }
        for (var money : ledger.cash()) {
            value = value.add(convert(money.getAmount(), money.getCurrencyUnit().getCode(), day));
        }
        values.put(day, value);
    }

    private BigDecimal value(Held held, LocalDate day) {
        var close = close(held.symbol(), day);
        if (close.isPresent()) {
            var currency =
                    currencies.getOrDefault(held.symbol(), held.currency().getCode());
            return convert(held.quantity().multiply(close.get()), currency, day);
        }
        unpriced.add(held.symbol());
        return held.lastTrade()
                .map(trade -> convert(
                        held.quantity().multiply(trade.price()), held.currency().getCode(), day))
                .orElse(BigDecimal.ZERO);
    }

    private BigDecimal convert(BigDecimal amount, String currency, LocalDate day) {
        if (currency.equals(base.getCode())) {
            return amount;
        }
        var dollars = inDollars(currency, day);
        var divisor = inDollars(base.getCode(), day);
        if (dollars.isEmpty() || divisor.isEmpty()) {
            missingRates.add(dollars.isEmpty() ? currency : base.getCode());
            return BigDecimal.ZERO;
        }
        return amount.multiply(dollars.get()).divide(divisor.get(), MathContext.DECIMAL128);
    }

    private Optional<BigDecimal> inDollars(String currency, LocalDate day) {
        return currency.equals("USD") ? Optional.of(BigDecimal.ONE) : close(ExchangeRates.symbol(currency), day);
    }

    private Optional<BigDecimal> close(String symbol, LocalDate day) {
        return Optional.ofNullable(closes.get(symbol))
                .map(history -> history.floorEntry(day))
                .map(Map.Entry::getValue);
    }
}
