package io.riskwatch.portfolio.valuation;

import io.riskwatch.portfolio.holding.ExternalFlow;
import io.riskwatch.portfolio.holding.HoldingHistory;
import io.riskwatch.portfolio.holding.HoldingHistory.Security;
import io.riskwatch.portfolio.marketdata.Closes;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The value of a portfolio at the close of every day of a range: sum of quantity x last close x exchange rate, and cash,
 * in the base currency. Quantities, closes and rates are columns aligned to the days once per symbol; the work is one
 * multiplication per symbol and day. A security without a close is worth its last trade and is named; what has no
 * exchange rate is left out of the value of that day, and the currency is named with the days.
 */
public final class DailyValues {

    /** A long weekend with holidays on both sides; an older price is named as stale. */
    public static final int STALE_AFTER_DAYS = 5;

    /** What rounding may leave of amounts that cancel, as a share of them. */
    private static final double NOISE = 1e-12;

    private final Days days;
    private final HoldingHistory holdings;
    private final Closes closes;
    private final DailyRates rates;
    private final double[] values;
    private final double[] cash;
    private final double[] gross;
    private final boolean[] open;
    private final Map<String, Security> securities = new HashMap<>();
    private final Set<String> unpriced = new TreeSet<>();
    private final TreeMap<String, Days> missingRates = new TreeMap<>();
    private boolean simulated;

    private DailyValues(HoldingHistory holdings, String base, Days days, Closes closes) {
        this.days = days;
        this.holdings = holdings;
        this.closes = closes;
        this.rates = new DailyRates(base, days, closes);
        this.values = new double[days.count()];
        this.cash = new double[days.count()];
        this.gross = new double[days.count()];
        this.open = new boolean[days.count()];
    }

    /**
     * Values a history of holdings.
     *
     * @param closes of every symbol ever held and of every exchange rate, as traded on the day
     */
    public static DailyValues of(HoldingHistory holdings, String base, Days days, Closes closes) {
        var values = new DailyValues(holdings, base, days, closes);
        for (var money : holdings.cash()) {
            values.addCash(money.currency(), money.balance().over(days.first(), days.count()));
        }
        for (var security : holdings.securities()) {
            values.securities.put(security.symbol(), security);
            values.add(security);
        }
        values.settle();
        return values;
    }

    private void addCash(String currency, double[] balances) {
        var rate = rates.of(currency);
        for (var i = 0; i < balances.length; i++) {
            if (balances[i] != 0) {
                if (Double.isNaN(rate[i])) {
                    missing(currency, i);
                } else {
                    var value = balances[i] * rate[i];
                    cash[i] += value;
                    values[i] += value;
                    gross[i] += Math.abs(value);
                }
            }
        }
    }

    private void add(Security security) {
        var quantities = security.quantity().over(days.first(), days.count());
        if (Arrays.stream(quantities).allMatch(quantity -> quantity == 0)) {
            return;
        }
        closes.of(security.symbol()).ifPresent(history -> {
            history.markOpen(days.first(), open);
            simulated |= history.simulated();
        });
        var units = unitValues(security.symbol());
        for (var i = 0; i < quantities.length; i++) {
            if (quantities[i] != 0) {
                add(units, i, quantities[i]);
            }
        }
    }

    private void add(UnitValues units, int day, double quantity) {
        if (!units.quoted(day)) {
            unpriced.add(units.symbol());
        }
        var value = quantity * units.at(day);
        if (!Double.isNaN(value)) {
            values[day] += value;
            gross[day] += Math.abs(value);
        } else if (units.price(day) > 0) {
            missing(units.currency(day), day);
        }
    }

    private UnitValues unitValues(String symbol) {
        return new UnitValues(symbol, securities.get(symbol), closes, rates);
    }

    private void settle() {
        for (var i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) <= gross[i] * NOISE) {
                values[i] = 0;
            }
            if (Math.abs(cash[i]) <= gross[i] * NOISE) {
                cash[i] = 0;
            }
        }
    }

    private void missing(String currency, int day) {
        var date = days.date(day);
        missingRates.merge(
                currency,
                new Days(date, date),
                (known, added) -> new Days(
                        known.first().isBefore(added.first()) ? known.first() : added.first(),
                        known.last().isAfter(added.last()) ? known.last() : added.last()));
    }

    /** What one unit of a security was worth in the base currency at each close; 0 when nobody can tell. */
    public double[] units(String symbol) {
        var units = unitValues(symbol);
        var worth = new double[days.count()];
        for (var day = 0; day < worth.length; day++) {
            var unit = units.at(day);
            worth[day] = Double.isNaN(unit) ? 0 : unit;
        }
        return worth;
    }

    /** What one unit of a currency was worth in the base currency at each close; NaN where nobody can tell. */
    public double[] rates(String currency) {
        return rates.of(currency).clone();
    }

    /** What one unit of a currency was worth in the base currency at the close of a day; NaN when nobody can tell. */
    public double rate(String currency, int day) {
        return rates.of(currency)[day];
    }

    public Days days() {
        return days;
    }

    /** The values, one per day. */
    public double[] values() {
        return values.clone();
    }

    public double value(int day) {
        return values[day];
    }

    /** All cash of a day in the base currency; below zero it is a loan. */
    public double cash(int day) {
        return cash[day];
    }

    /** Whether a market that something was held in was open on the day. */
    public boolean open(int day) {
        return open[day];
    }

    /** The days worth a point in a chart: the first, the last, and each on which a market was open or the value changed. */
    public int[] shownDays() {
        return IntStream.range(0, values.length)
                .filter(day -> day == 0 || day == values.length - 1 || open[day] || values[day] != values[day - 1])
                .toArray();
    }

    public boolean simulated() {
        return simulated;
    }

    /** Held on a day for which nothing is quoted: valued at their last trade, or not at all when there was none. */
    public List<String> unpriced() {
        return List.copyOf(unpriced);
    }

    /** Currencies without a rate, with the first and the last day on which something of the value is left out. */
    public Map<String, Days> missingRates() {
        return Map.copyOf(missingRates);
    }

    /** Held on a day whose last close, or whose currency's last rate, was then older than it should be. */
    public List<String> stale(LocalDate date) {
        return new Staleness(closes, rates, STALE_AFTER_DAYS).of(holdings, date);
    }

    /** What each flow was worth in the base currency at the close of its day, all within the days; NaN when nobody can tell. */
    public double[] worth(List<ExternalFlow> flows) {
        var units = new HashMap<String, UnitValues>();
        var worth = new double[flows.size()];
        for (var i = 0; i < worth.length; i++) {
            var flow = flows.get(i);
            var day = days.index(flow.date());
            var unit = flow.symbol() == null
                    ? rates.of(flow.currency())[day]
                    : units.computeIfAbsent(flow.symbol(), this::unitValues).at(day);
            worth[i] = flow.amount().doubleValue() * unit;
        }
        return worth;
    }
}
