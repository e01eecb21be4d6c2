package io.riskwatch.marketdata.series;

import io.riskwatch.marketdata.series.Finding.Kind;
import io.riskwatch.marketdata.series.PriceSeries.Column;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Looks through a series, adjusted for splits, for what data vendors get wrong. Changes nothing: it points. */
public final class QualityCheck {
    /** Equal closes in a row from which a price counts as stale. */
    private static final int STALE_DAYS = 5;

    /** A spike is a log move of more than so many usual moves (median absolute), and of at least a fifth. */
    private static final double SPIKE_TIMES = 12;

    private static final double SMALLEST_SPIKE = Math.log(1.2);

    /** A spike is taken back when so much of it is gone the next day. */
    private static final double TAKEN_BACK = 0.7;

    /** Minor units are hundredths; a day's own move may come on top. */
    private static final double MINOR_UNITS = Math.log(100);

    private static final double OWN_MOVE = Math.log(1.25);

    private QualityCheck() {}

    /**
     * Everything found, by day.
     *
     * @param prices adjusted for splits
     * @param tradingDays days since 1970-01-01 on which the market traded, ascending; only those between the first and
     *     the last day of the series count
     */
    public static List<Finding> of(PriceSeries prices, int[] tradingDays) {
        List<Finding> findings = new ArrayList<>();
        if (!prices.isEmpty()) {
            gaps(prices, tradingDays, findings);
            jumps(prices, findings);
            stale(prices, findings);
            crossed(prices, findings);
            duplicates(prices, findings);
        }
        findings.sort(Comparator.comparing(Finding::from).thenComparing(Finding::kind));
        return findings;
    }

    private static void gaps(PriceSeries prices, int[] tradingDays, List<Finding> findings) {
        int[] own = prices.days();
        int from = -1;
        int missing = 0;
        int last = 0;
        for (int day : tradingDays) {
            if (day < own[0] || day > own[own.length - 1]) {
                continue;
            }
            if (Arrays.binarySearch(own, day) < 0) {
                from = missing == 0 ? day : from;
                last = day;
                missing++;
            } else if (missing > 0) {
                findings.add(gap(from, last, missing));
                missing = 0;
            }
        }
        if (missing > 0) {
            findings.add(gap(from, last, missing));
        }
    }

    private static Finding gap(int from, int last, int missing) {
        return new Finding(
                Kind.GAP,
                day(from),
                day(last),
                missing,
                missing + " trading day" + (missing > 1 ? "s" : "") + " without a price");
    }

    private static void jumps(PriceSeries prices, List<Finding> findings) {
        double[] closes = prices.closes();
        double[] moves = new double[Math.max(0, closes.length - 1)];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = Math.log(closes[i + 1] / closes[i]);
        }
        double usual = medianSize(moves);
        double limit = Math.max(SMALLEST_SPIKE, SPIKE_TIMES * usual);
        for (int i = 0; i < moves.length; i++) {
            double size = Math.abs(moves[i]);
            boolean takenBack = i + 1 < moves.length
                    && Math.signum(moves[i + 1]) == -Math.signum(moves[i])
                    && Math.abs(moves[i + 1]) > TAKEN_BACK * size;
            LocalDate day = day(prices.days()[i + 1]);
            if (size > limit && takenBack) {
                findings.add(new Finding(
                        Kind.SPIKE,
                        day,
                        day,
                        1,
                        "went from " + closes[i] + " to " + closes[i + 1] + " and back to " + closes[i + 2]));
                i++; // the way back is part of it
            } else if (Math.abs(size - MINOR_UNITS) < OWN_MOVE) {
                findings.add(new Finding(
                        Kind.CURRENCY_JUMP,
                        day,
                        day,
                        1,
                        "went from " + closes[i] + " to " + closes[i + 1]
                                + " and stayed: hundredths for whole units?"));
            }
        }
    }

    private static double medianSize(double[] moves) {
        double[] sizes = Arrays.stream(moves).map(Math::abs).sorted().toArray();
        return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    }

    private static void stale(PriceSeries prices, List<Finding> findings) {
        double[] closes = prices.closes();
        int first = 0;
        for (int i = 1; i <= closes.length; i++) {
            if (i == closes.length || closes[i] != closes[first]) {
                int run = i - first;
                if (run >= STALE_DAYS) {
                    findings.add(new Finding(
                            Kind.STALE,
                            day(prices.days()[first]),
                            day(prices.days()[i - 1]),
                            run,
                            "the close is " + closes[first] + " on " + run + " days in a row"));
                }
                first = i;
            }
        }
    }

    private static void crossed(PriceSeries prices, List<Finding> findings) {
        for (int i = 0; i < prices.size(); i++) {
            double high = value(prices, Column.HIGH, i);
            double low = value(prices, Column.LOW, i);
            double open = value(prices, Column.OPEN, i);
            double close = prices.closes()[i];
            // comparisons with an absent value, NaN, are false
            boolean crossed = high < low || open > high || open < low || close > high || close < low;
            if (crossed) {
                LocalDate day = day(prices.days()[i]);
                findings.add(new Finding(
                        Kind.CROSSED,
                        day,
                        day,
                        1,
                        "open " + open + ", high " + high + ", low " + low + ", close " + close));
            }
        }
    }

    private static void duplicates(PriceSeries prices, List<Finding> findings) {
        if (prices.column(Column.OPEN) == null || prices.column(Column.HIGH) == null) {
            return; // closes alone may well be equal
        }
        for (int i = 1; i < prices.size(); i++) {
            int now = i;
            boolean same = Arrays.stream(Column.values())
                    .allMatch(
                            column -> Double.compare(value(prices, column, now), value(prices, column, now - 1)) == 0);
            boolean moved = value(prices, Column.HIGH, i) > value(prices, Column.LOW, i);
            if (same && moved) {
                LocalDate day = day(prices.days()[i]);
                findings.add(new Finding(
                        Kind.DUPLICATE, day, day, 1, "repeats the whole bar of " + day(prices.days()[i - 1])));
            }
        }
    }

    private static double value(PriceSeries prices, Column column, int position) {
        double[] values = prices.column(column);
        return values == null ? Double.NaN : values[position];
    }

    private static LocalDate day(int epochDay) {
        return LocalDate.ofEpochDay(epochDay);
    }
}
