package io.riskwatch.marketdata.series;

import io.riskwatch.marketdata.series.PriceSeries.Column;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Splits and dividends of one instrument, kept apart from its prices: adjusted series are derived from both when they are
 * read.
 *
 * @param stored what the source has done to the prices it told
 * @param splits by day
 * @param dividends by ex-date, on the basis of the stored prices
 */
public record CorporateActions(Adjustment stored, List<Split> splits, List<Dividend> dividends) {

    /** Prices as traded, of something that never split and never paid. */
    public static final CorporateActions NONE = new CorporateActions(Adjustment.RAW, List.of(), List.of());

    public CorporateActions {
        splits = splits.stream().sorted(Comparator.comparing(Split::day)).toList();
        dividends =
                dividends.stream().sorted(Comparator.comparing(Dividend::day)).toList();
    }

    /**
     * What can be had where {@code wanted} is asked for: prices a source told with its dividends taken out stay so, since
     * nobody can put them back exactly.
     */
    public Adjustment available(Adjustment wanted) {
        return stored == Adjustment.SPLITS_AND_DIVIDENDS ? stored : wanted;
    }

    /**
     * The stored prices of a span of days, adjusted. Only what happened within the span counts, so that the last close is
     * always the one that was traded and no series knows a split that lies in its future.
     *
     * <p>Splits: a price before the day of an a:b split is times b/a, a volume times a/b. Total return: the value of one
     * share with each dividend D reinvested at the ex-date's close P, growing by (P + D) / (P of the day before) each day,
     * scaled so that the last value is the last close; a dividend of a day without a price counts at the next one.
     */
    public PriceSeries adjusted(PriceSeries prices, Adjustment wanted) {
        if (prices.isEmpty() || stored == Adjustment.SPLITS_AND_DIVIDENDS) {
            return prices;
        }
        double[] factors = splitFactors(prices);
        double[] basis = stored == Adjustment.RAW ? factors : constant(prices.size(), 1 / laterSplits(prices));
        return switch (wanted) {
            case RAW -> scaled(prices, quotient(basis, factors));
            case SPLITS -> scaled(prices, basis);
            case SPLITS_AND_DIVIDENDS -> totalReturn(scaled(prices, basis), basis);
        };
    }

    /** Dividends with an ex-date within the span, as they were told. */
    public List<Dividend> dividendsBetween(LocalDate from, LocalDate to) {
        return dividends.stream()
                .filter(dividend ->
                        !dividend.day().isBefore(from) && !dividend.day().isAfter(to))
                .toList();
    }

    public List<Split> splitsBetween(LocalDate from, LocalDate to) {
        return splits.stream()
                .filter(split -> !split.day().isBefore(from) && !split.day().isAfter(to))
                .toList();
    }

    /** Per day of the series: the price of that day times this is the price on the basis of the last day. */
    private double[] splitFactors(PriceSeries prices) {
        int[] days = prices.days();
        double[] factors = new double[days.length];
        double factor = 1;
        int next = splits.size() - 1;
        while (next >= 0 && splits.get(next).day().toEpochDay() > days[days.length - 1]) {
            next--;
        }
        for (int i = days.length - 1; i >= 0; i--) {
            while (next >= 0 && splits.get(next).day().toEpochDay() > days[i]) {
                Split split = splits.get(next--);
                factor *= (double) split.oldShares() / split.newShares();
            }
            factors[i] = factor;
        }
        return factors;
    }

    /** What the splits after the last day do to a price of that day: a source that adjusts has done it already. */
    private double laterSplits(PriceSeries prices) {
        return splits.stream()
                .filter(split -> split.day().isAfter(prices.lastDay()))
                .mapToDouble(split -> (double) split.oldShares() / split.newShares())
                .reduce(1, (a, b) -> a * b);
    }

    private static double[] constant(int size, double value) {
        double[] all = new double[size];
        Arrays.fill(all, value);
        return all;
    }

    private static double[] quotient(double[] of, double[] by) {
        double[] quotient = new double[of.length];
        Arrays.setAll(quotient, i -> of[i] / by[i]);
        return quotient;
    }

    private static PriceSeries scaled(PriceSeries prices, double[] factors) {
        if (Arrays.stream(factors).allMatch(factor -> factor == 1)) {
            return prices;
        }
        return mapped(prices, (column, i, value) -> column == Column.VOLUME ? value / factors[i] : value * factors[i]);
    }

    /**
     * @param prices on the basis of the last day
     * @param basis what brought each day's prices onto it, and brings its dividend
     */
    private PriceSeries totalReturn(PriceSeries prices, double[] basis) {
        double[] paid = paidPerDay(prices.days(), basis);
        double[] closes = prices.closes();
        double[] scale = new double[closes.length];
        double below = 1;
        for (int i = closes.length - 1; i >= 0; i--) {
            scale[i] = below;
            below *= closes[i] / (closes[i] + paid[i]);
        }
        return mapped(prices, (column, i, value) -> column == Column.VOLUME ? value : value * scale[i]);
    }

    private double[] paidPerDay(int[] days, double[] basis) {
        double[] paid = new double[days.length];
        for (Dividend dividend : dividends) {
            int at = Arrays.binarySearch(days, Math.toIntExact(dividend.day().toEpochDay()));
            int position = at < 0 ? -at - 1 : at;
            if (position > 0 && position < days.length) { // one of the first day was earned before the span
                // told per share of its own day: that day's basis, or the day before's where it has no price
                paid[position] += dividend.amount().doubleValue() * basis[at >= 0 ? position : position - 1];
            }
        }
        return paid;
    }

    private static PriceSeries mapped(PriceSeries prices, Change change) {
        Map<Column, double[]> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            double[] values = prices.column(column);
            if (values != null) {
                double[] changed = new double[values.length];
                Arrays.setAll(changed, i -> change.of(column, i, values[i]));
                columns.put(column, changed);
            }
        }
        return new PriceSeries(prices.days(), columns);
    }

    @FunctionalInterface
    private interface Change {
        double of(Column column, int position, double value);
    }
}
