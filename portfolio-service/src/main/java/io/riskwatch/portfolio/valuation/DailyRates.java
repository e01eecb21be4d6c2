package io.riskwatch.portfolio.valuation;

import io.riskwatch.portfolio.marketdata.Closes;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What one unit of a currency was worth in the base currency at the close of each day, through the dollar; the last rate
 * is carried over days without one, and NaN stands before the first.
 */
public final class DailyRates {

    private final String base;
    private final Days days;
    private final Closes closes;
    private final Map<String, double[]> rates = new HashMap<>();

    DailyRates(String base, Days days, Closes closes) {
        this.base = base;
        this.days = days;
        this.closes = closes;
    }

    /** The rate of the last day; NaN when there never was one. */
    public double last(String currency) {
        return of(currency)[days.count() - 1];
    }

    /** The rate of a day; NaN when it is none of the days or there was none before it. */
    public double on(String currency, LocalDate day) {
        return days.contains(day) ? of(currency)[days.index(day)] : Double.NaN;
    }

    Days days() {
        return days;
    }

    String base() {
        return base;
    }

    /** The rates of a currency; the array is shared and not to be changed. */
    public double[] of(String currency) {
        return rates.computeIfAbsent(currency, this::compute);
    }

    private double[] compute(String currency) {
        if (currency.equals(base)) {
            return ones();
        }
        var dollars = inDollars(currency);
        var divisor = inDollars(base);
        var result = new double[days.count()];
        for (var i = 0; i < result.length; i++) {
            result[i] = dollars[i] / divisor[i];
        }
        return result;
    }

    private double[] inDollars(String currency) {
        if (currency.equals(ExchangeRates.PIVOT)) {
            return ones();
        }
        return closes.of(ExchangeRates.symbol(currency))
                .map(history -> history.carried(days.first(), days.count()))
                .orElseGet(() -> filled(Double.NaN));
    }

    private double[] ones() {
        return filled(1);
    }

    private double[] filled(double value) {
        var filled = new double[days.count()];
        Arrays.fill(filled, value);
        return filled;
    }
}
