package io.riskwatch.portfolio.performance;

import io.riskwatch.portfolio.holding.HoldingHistory;
import io.riskwatch.portfolio.holding.Income;
import io.riskwatch.portfolio.holding.Trade;
import io.riskwatch.portfolio.valuation.DailyValues;
import io.riskwatch.portfolio.valuation.Days;
import io.riskwatch.portfolio.valuation.PortfolioHistory;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Where the gain of a period came from: per security, and of the cash by its currencies. All parts add up to the period's
 * gain. A security's unit counts from its purchase, or from the start of the period when it was there before, to its sale
 * or the end; first in, first out.
 */
final class Gains {

    private final DailyValues values;
    private final Days days;
    private final Predicate<LocalDate> within;
    private final boolean sinceInception;
    private final Map<String, HoldingHistory.Security> securities = new HashMap<>();
    private final Map<String, Gain> holdings = new TreeMap<>();
    private final Map<String, Gain> cash = new TreeMap<>();

    private Gains(PortfolioHistory history, HoldingHistory held) {
        values = history.values().orElseThrow();
        days = values.days();
        sinceInception = days.first().equals(history.inception());
        within = date -> days.contains(date) && (sinceInception || date.isAfter(days.first()));
        for (var security : held.securities()) {
            securities.put(security.symbol(), security);
        }
        for (var security : held.securities()) {
            add(holdings, security.symbol(), traded(security));
        }
        for (var money : held.cash()) {
            add(cash, money.currency(), lain(money));
        }
        for (var income : held.incomes()) {
            if (within.test(income.date())) {
                var into = income.symbol() == null ? cash : holdings;
                add(into, income.symbol() == null ? income.currency() : income.symbol(), arrived(income));
            }
        }
    }

    /** The gains over all days of a past that has values; refused when a booking has no exchange rate. */
    static Figure<Gains> of(PortfolioHistory history) {
        return of(history, history.holdings());
    }

    /** The gains of what an account held, at the prices and rates of the portfolio's past, which has values. */
    static Figure<Gains> of(PortfolioHistory history, HoldingHistory held) {
        var values = history.values().orElseThrow();
        for (var security : held.securities()) {
            for (var trade : security.trades()) {
                if (unknown(values, security.currency(), trade.date())) {
                    return refused(security.currency(), trade.date());
                }
            }
        }
        for (var income : held.incomes()) {
            if (unknown(values, income.currency(), income.date())) {
                return refused(income.currency(), income.date());
            }
        }
        return Figure.of(new Gains(history, held));
    }

    /** Those of several accounts, at least one: what moved from one to another ends there and begins here at its close. */
    static Gains together(Collection<Gains> accounts) {
        var first = accounts.iterator().next();
        if (accounts.size() == 1) {
            return first;
        }
        var all = new Gains(first);
        for (var account : accounts) {
            account.holdings.forEach((symbol, gain) -> add(all.holdings, symbol, gain));
            account.cash.forEach((currency, gain) -> add(all.cash, currency, gain));
        }
        return all;
    }

    /** No gains over the same days. */
    private Gains(Gains other) {
        values = other.values;
        days = other.days;
        sinceInception = other.sinceInception;
        within = other.within;
    }

    private static boolean unknown(DailyValues values, String currency, LocalDate date) {
        return values.days().contains(date)
                && Double.isNaN(values.rate(currency, values.days().index(date)));
    }

    private static Figure<Gains> refused(String currency, LocalDate date) {
        return Figure.refused(
                "There is no exchange rate for %s on %s; the gain would leave it out.".formatted(currency, date));
    }

    private static void add(Map<String, Gain> gains, String key, Gain gain) {
        if (!gain.equals(Gain.NONE)) {
            gains.merge(key, gain, Gain::plus);
        }
    }

    private Gain traded(HoldingHistory.Security security) {
        var trades = security.trades().stream()
                .filter(trade -> within.test(trade.date()))
                .toList();
        var quantities = security.quantity().over(days.first(), days.count());
        if (trades.isEmpty() && quantities[0] == 0) {
            return Gain.NONE;
        }
        var worth = values.units(security.symbol());
        var rates = values.rates(security.currency());
        var lots = new UnitLots();
        if (!sinceInception && quantities[0] != 0) {
            lots.move(quantities[0], worth[0] / rates[0], rates[0]);
        }
        var fees = 0.0;
        for (var trade : trades) {
            var day = days.index(trade.date());
            var rate = rates[day];
            var close = worth[day] / rate;
            lots.split(trade.split());
            var stated = trade.in() + trade.bought() - trade.sold() - trade.out();
            exchanged(
                    lots,
                    quantities[day] - lots.units() - stated,
                    trade.released() + brought(trade) / rate,
                    close,
                    rate);
            lots.move(trade.in(), close, rate);
            if (trade.bought() != 0) {
                lots.move(trade.bought(), trade.paid() / trade.bought(), rate);
            }
            if (trade.sold() != 0) {
                lots.move(-trade.sold(), trade.received() / trade.sold(), rate);
            }
            lots.move(-trade.out(), close, rate);
            fees -= trade.fees() * rate;
        }
        var last = days.count() - 1;
        return new Gain(lots.valuedAt(worth[last] / rates[last], rates[last]), 0, 0, fees, 0);
    }

    /**
     * What a corporate action did: units that went for money or for another security, units that came, or capital that came
     * back while the units stayed. Rounding is no movement.
     */
    private static void exchanged(UnitLots lots, double units, double value, double close, double rate) {
        if (units < 0 && moved(units, lots)) {
            lots.move(units, -value / units, rate);
            return;
        }
        if (value != 0) {
            lots.returned(value, rate);
        }
        if (moved(units, lots)) {
            lots.move(units, close, rate);
        }
    }

    private static boolean moved(double units, UnitLots lots) {
        return Math.abs(units) > 1e-9 * Math.max(1, Math.abs(lots.units()));
    }

    /** What the security that came for another one is worth at the close of its day, in the base currency. */
    private double brought(Trade trade) {
        var security = securities.get(trade.into());
        if (security == null) {
            return 0;
        }
        var day = days.index(trade.date());
        var before = security.quantity().over(trade.date().minusDays(1), 1)[0];
        for (var other : security.trades()) {
            if (other.date().equals(trade.date())) {
                before = before * other.split() + other.in() + other.bought() - other.sold() - other.out();
            }
        }
        return (security.quantity().over(trade.date(), 1)[0] - before) * values.units(security.symbol())[day];
    }

    /** Foreign money gains with its currency: every evening's balance until the next. */
    private Gain lain(HoldingHistory.Cash money) {
        var balances = money.balance().over(days.first(), days.count());
        var rates = values.rates(money.currency());
        var gained = 0.0;
        for (var day = 1; day < balances.length; day++) {
            if (balances[day - 1] != 0) {
                gained += balances[day - 1] * (rates[day] - rates[day - 1]);
            }
        }
        return new Gain(new GainSplit(0, gained, 0), 0, 0, 0, 0);
    }

    private Gain arrived(Income income) {
        var rate = values.rate(income.currency(), days.index(income.date()));
        var gross = income.gross().doubleValue() * rate;
        var withheld = -income.withheld().doubleValue() * rate;
        return switch (income.kind()) {
            case DIVIDEND -> new Gain(GainSplit.NONE, gross, 0, 0, withheld);
            case INTEREST -> new Gain(GainSplit.NONE, 0, gross, 0, withheld);
            case FEE -> new Gain(GainSplit.NONE, 0, 0, gross, 0);
            case TAX -> new Gain(GainSplit.NONE, 0, 0, 0, gross);
        };
    }

    /** By symbol, only what gained or lost anything. */
    Map<String, Gain> holdings() {
        return holdings;
    }

    /** By currency: what balances gained with their rate, and the income and costs of no security. */
    Map<String, Gain> cash() {
        return cash;
    }

    Gain total() {
        var all = Gain.NONE;
        for (var gain : holdings.values()) {
            all = all.plus(gain);
        }
        for (var gain : cash.values()) {
            all = all.plus(gain);
        }
        return all;
    }
}
