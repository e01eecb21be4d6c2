package io.riskwatch.portfolio.valuation;

import io.riskwatch.portfolio.holding.HoldingHistory;
import io.riskwatch.portfolio.marketdata.Closes;
import io.riskwatch.portfolio.marketdata.DailyCloses;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the prices and exchange rates of a day that were older than they should be. */
record Staleness(Closes closes, DailyRates rates, int afterDays) {

    /** Symbols and rates of what was held on the day, those whose last close was too old. */
    List<String> of(HoldingHistory holdings, LocalDate date) {
        var stale = new TreeSet<String>();
        for (var security : holdings.securities()) {
            if (security.quantity().over(date, 1)[0] != 0) {
                add(stale, security.symbol(), date);
                addRates(
                        stale,
                        closes.of(security.symbol()).map(DailyCloses::currency).orElse(security.currency()),
                        date);
            }
        }
        for (var money : holdings.cash()) {
            if (money.balance().over(date, 1)[0] != 0) {
                addRates(stale, money.currency(), date);
            }
        }
        return List.copyOf(stale);
    }

    private void addRates(Set<String> stale, String currency, LocalDate date) {
        if (!currency.equals(rates.base())) {
            add(stale, ExchangeRates.symbol(currency), date);
            add(stale, ExchangeRates.symbol(rates.base()), date);
        }
    }

    private void add(Set<String> stale, String symbol, LocalDate date) {
        var age = closes.of(symbol).map(closing -> closing.age(date));
        if (age.isPresent() && age.get().isPresent() && age.get().getAsInt() > afterDays) {
            stale.add(symbol);
        }
    }
}
