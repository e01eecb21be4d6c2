package io.riskwatch.portfolio.valuation;

import io.riskwatch.portfolio.marketdata.DailyCloses;

/**
 * What one unit of an instrument was worth in a currency at the close of every day, its dividends reinvested. The last
 * close is carried; NaN stands before the first.
 */
public final class UnitSeries {

    private final String symbol;
    private final boolean simulated;
    private final double[] values;
    private final boolean[] open;

    UnitSeries(String symbol, boolean simulated, double[] values, boolean[] open) {
        this.symbol = symbol;
        this.simulated = simulated;
        this.values = values;
        this.open = open;
    }

    /** A history in the base currency of the rates. */
    static UnitSeries of(DailyCloses closes, Days days, DailyRates rates) {
        var values = closes.carried(days.first(), days.count());
        var rate = rates.of(closes.currency());
        for (var day = 0; day < values.length; day++) {
            values[day] *= rate[day];
        }
        var open = new boolean[days.count()];
        closes.markOpen(days.first(), open);
        return new UnitSeries(closes.symbol(), closes.simulated(), values, open);
    }

    public String symbol() {
        return symbol;
    }

    public boolean simulated() {
        return simulated;
    }

    public int count() {
        return values.length;
    }

    public boolean known(int day) {
        return !Double.isNaN(values[day]);
    }

    public double value(int day) {
        return values[day];
    }

    /** Whether the instrument has a close of that very day. */
    public boolean open(int day) {
        return open[day];
    }

    /** The first day with a value; {@code count()} when there is none. */
    public int firstKnown() {
        var day = 0;
        while (day < values.length && !known(day)) {
            day++;
        }
        return day;
    }
}
