package io.riskwatch.marketdata.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Daily prices of one symbol: strictly ascending days, a close for each, and whatever other columns there are, NaN where a
 * day lacks the value. Immutable; the arrays are not copied at this border, whoever hands one over gives it away.
 */
public final class PriceSeries {
    /** The columns a series may have beside its days; only {@link #CLOSE} is always there. */
    public enum Column {
        CLOSE,
        OPEN,
        HIGH,
        LOW,
        VOLUME
    }

    private final int[] days;
    private final Map<Column, double[]> columns;

    /** A series of the given columns, each as long as {@code days}. */
    public PriceSeries(int[] days, Map<Column, double[]> columns) {
        if (!columns.containsKey(Column.CLOSE)) {
            throw new IllegalArgumentException("a price series needs closes");
        }
        for (int i = 1; i < days.length; i++) {
            if (days[i] <= days[i - 1]) {
                throw new IllegalArgumentException(
                        "days must ascend, but " + day(days[i]) + " follows " + day(days[i - 1]));
            }
        }
        columns.forEach((column, values) -> {
            if (values.length != days.length) {
                throw new IllegalArgumentException(
                        column + " has " + values.length + " values for " + days.length + " days");
            }
        });
        this.days = days;
        this.columns = new EnumMap<>(columns);
    }

    /** Closes alone. */
    public static PriceSeries ofCloses(int[] days, double[] closes) {
        return new PriceSeries(days, Map.of(Column.CLOSE, closes));
    }

    /** A series without a single day. */
    public static PriceSeries empty() {
        return ofCloses(new int[0], new double[0]);
    }

    public int size() {
        return days.length;
    }

    public boolean isEmpty() {
        return days.length == 0;
    }

    /** Days since 1970-01-01, ascending; not to be written to. */
    public int[] days() {
        return days;
    }

    /** The closes; not to be written to. */
    public double[] closes() {
        double[] closes = columns.get(Column.CLOSE);
        return closes == null ? new double[0] : closes;
    }

    /** The values of a column, NaN where a day lacks it; null when no day has it. */
    public double @Nullable [] column(Column column) {
        return columns.get(column);
    }

    public LocalDate firstDay() {
        return day(days[0]);
    }

    public LocalDate lastDay() {
        return day(days[days.length - 1]);
    }

    public double lastClose() {
        return closes()[days.length - 1];
    }

    /** The close before the last one, NaN when there is none. */
    public double previousClose() {
        return days.length < 2 ? Double.NaN : closes()[days.length - 2];
    }

    /** The close of a day, NaN where the series has none. */
    public double closeOn(int epochDay) {
        int at = Arrays.binarySearch(days, epochDay);
        return at < 0 ? Double.NaN : closes()[at];
    }

    /** The days from {@code from} to {@code to}, both included. */
    public PriceSeries between(LocalDate from, LocalDate to) {
        int first = lowerBound(from.toEpochDay());
        int last = lowerBound(Math.addExact(to.toEpochDay(), 1));
        return first == 0 && last == days.length ? this : pick(range(first, Math.max(first, last)));
    }

    /** The series at the given positions, which must ascend. */
    public PriceSeries pick(int[] positions) {
        int[] pickedDays = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            pickedDays[i] = days[positions[i]];
        }
        Map<Column, double[]> picked = new EnumMap<>(Column.class);
        columns.forEach((column, values) -> {
            double[] kept = new double[positions.length];
            for (int i = 0; i < positions.length; i++) {
                kept[i] = values[positions[i]];
            }
            picked.put(column, kept);
        });
        return new PriceSeries(pickedDays, picked);
    }

    /** This series with the days of a later one laid over it: where both have a day, the later one's row counts. */
    public PriceSeries overlaidWith(PriceSeries later) {
        List<Row> rows = new ArrayList<>(size() + later.size());
        int i = 0;
        int j = 0;
        while (i < size() || j < later.size()) {
            boolean fromLater = i >= size() || (j < later.size() && later.days[j] <= days[i]);
            if (fromLater) {
                if (i < size() && later.days[j] == days[i]) {
                    i++;
                }
                rows.add(new Row(later, j++));
            } else {
                rows.add(new Row(this, i++));
            }
        }
        int[] merged =
                rows.stream().mapToInt(row -> row.series.days[row.position]).toArray();
        Map<Column, double[]> all = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            if (columns.containsKey(column) || later.columns.containsKey(column)) {
                all.put(
                        column,
                        rows.stream().mapToDouble(row -> row.value(column)).toArray());
            }
        }
        return new PriceSeries(merged, all);
    }

    private int lowerBound(long epochDay) {
        if (epochDay > Integer.MAX_VALUE) {
            return days.length;
        }
        int at = Arrays.binarySearch(days, (int) Math.max(epochDay, Integer.MIN_VALUE));
        return at < 0 ? -at - 1 : at;
    }

    private static int[] range(int from, int to) {
        int[] range = new int[to - from];
        Arrays.setAll(range, i -> from + i);
        return range;
    }

    private static LocalDate day(int epochDay) {
        return LocalDate.ofEpochDay(epochDay);
    }

    private record Row(PriceSeries series, int position) {
        double value(Column column) {
            double[] values = series.columns.get(column);
            return values == null ? Double.NaN : values[position];
        }
    }
}
