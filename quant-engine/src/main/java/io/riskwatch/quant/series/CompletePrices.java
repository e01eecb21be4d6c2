package io.riskwatch.quant.series;

import java.util.Arrays;
import java.util.List;

/**
 * Prices without gaps, and an account of the days that had to be dropped to get them; made by {@link
 * PricePanel#completeCases()}. Arrays are copied on the way out.
 */
public final class CompletePrices {
    private final List<String> symbols;
    private final int[] epochDays;
    private final double[][] prices;
    private final int droppedDates;
    private final int[] missing;
    private final int[] blocking;

    /** Takes over arrays that nobody else keeps. */
    CompletePrices(
            List<String> symbols, int[] epochDays, double[][] prices, int droppedDates, int[] missing, int[] blocking) {
        this.symbols = symbols;
        this.epochDays = epochDays;
        this.prices = prices;
        this.droppedDates = droppedDates;
        this.missing = missing;
        this.blocking = blocking;
    }

    /** One name per column. */
    public List<String> symbols() {
        return symbols;
    }

    /** Number of days kept. */
    public int dates() {
        return epochDays.length;
    }

    /** The days kept, ascending, in days since 1970-01-01. */
    public int[] epochDays() {
        return epochDays.clone();
    }

    /** {@code double[days][assets]}, all positive. */
    public double[][] prices() {
        double[][] copy = prices.clone();
        for (int t = 0; t < copy.length; t++) {
            copy[t] = copy[t].clone();
        }
        return copy;
    }

    /** How many days of the union were dropped because some asset had no price. */
    public int droppedDates() {
        return droppedDates;
    }

    /** Per asset, on how many days of the union it had no price. */
    public int[] missing() {
        return missing.clone();
    }

    /** Per asset, how many dropped days lacked this asset alone: what leaving it out would win back. */
    public int[] blocking() {
        return blocking.clone();
    }

    /** The last {@code count} days kept (all, if there are fewer); the account of dropped days stays the whole panel's. */
    public CompletePrices last(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, was " + count);
        }
        int from = Math.max(0, epochDays.length - count);
        return new CompletePrices(
                symbols,
                Arrays.copyOfRange(epochDays, from, epochDays.length),
                Arrays.copyOfRange(prices, from, prices.length),
                droppedDates,
                missing,
                blocking);
    }

    /**
     * The last prices of every week, month, quarter or year that has one (all days for a daily frequency), so that returns span
     * whole periods; the account of dropped days stays the whole panel's.
     */
    public CompletePrices at(Frequency frequency) {
        int[] kept = frequency.lastOfEach(epochDays);
        int[] days = new int[kept.length];
        double[][] rows = new double[kept.length][];
        for (int k = 0; k < kept.length; k++) {
            days[k] = epochDays[kept[k]];
            rows[k] = prices[kept[k]];
        }
        return new CompletePrices(symbols, days, rows, droppedDates, missing, blocking);
    }

    /** The simple returns between consecutive days kept, {@code double[days - 1][assets]}; needs two days. */
    public double[][] simpleReturns() {
        if (epochDays.length < 2) {
            throw new IllegalArgumentException(
                    "prices of " + symbols + " must share at least 2 dates, shared " + epochDays.length);
        }
        return Returns.simple(prices);
    }
}
