package io.riskwatch.portfolio.marketdata;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The daily closes of one instrument as columns, in its own currency, the oldest first. */
public final class DailyCloses {

    private final String symbol;
    private final String currency;
    private final boolean simulated;
    private final int[] days;
    private final double[] closes;

    private DailyCloses(String symbol, String currency, boolean simulated, int[] days, double[] closes) {
        this.symbol = symbol;
        this.currency = currency;
        this.simulated = simulated;
        this.days = days;
        this.closes = closes;
    }

    /** The points of a history, which may come in any order; of two closes of one day the later named counts. */
    public static DailyCloses of(PriceHistory history) {
        var points = inOrder(history);
        var days = new int[points.size()];
        var closes = new double[points.size()];
        for (var i = 0; i < days.length; i++) {
            days[i] = (int) points.get(i).date().toEpochDay();
            closes[i] = points.get(i).close().doubleValue();
        }
        return new DailyCloses(history.symbol(), history.currency(), history.simulated(), days, closes);
    }

    /** As they come, which is in order from marketdata-service. */
    private static List<PriceHistory.Point> inOrder(PriceHistory history) {
        var points = history.points();
        for (var i = 1; i < points.size(); i++) {
            if (!points.get(i - 1).date().isBefore(points.get(i).date())) {
                return history.closes().entrySet().stream()
                        .map(close -> new PriceHistory.Point(close.getKey(), close.getValue()))
                        .toList();
            }
        }
        return points;
    }

    public String symbol() {
        return symbol;
    }

    public String currency() {
        return currency;
    }

    public boolean simulated() {
        return simulated;
    }

    /**
     * The last close on or before each of {@code count} days in a row; NaN before the first close.
     *
     * @param first the first of the days
     */
    public double[] carried(LocalDate first, int count) {
        var carried = new double[count];
        var firstDay = (int) first.toEpochDay();
        var next = 0;
        var close = Double.NaN;
        for (var i = 0; i < count; i++) {
            while (next < days.length && days[next] <= firstDay + i) {
                close = closes[next++];
            }
            carried[i] = close;
        }
        return carried;
    }

    /** Marks in {@code open} the days, counted from the first, that have a close of their own. */
    public void markOpen(LocalDate first, boolean[] open) {
        var firstDay = (int) first.toEpochDay();
        for (var day : days) {
            var i = day - firstDay;
            if (i >= 0 && i < open.length) {
                open[i] = true;
            }
        }
    }

    /** How many days before the given one the last close was; empty when there was none. */
    public OptionalInt age(LocalDate date) {
        var day = (int) date.toEpochDay();
        var found = Arrays.binarySearch(days, day);
        var at = found >= 0 ? found : -found - 2;
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(day - days[at]);
    }

    public int size() {
        return days.length;
    }
}
