package io.riskwatch.marketdata.upload;

import io.riskwatch.marketdata.series.PriceSeries;
import io.riskwatch.marketdata.series.PriceSeries.Column;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Collects the rows of one symbol in whatever order they come and sorts them; the same day twice is refused. */
final class SeriesBuilder {
    private final String symbol;
    private final Map<Column, double[]> values = new EnumMap<>(Column.class);
    private int[] days = new int[64];
    private int[] lines = new int[64];
    private int size;

    SeriesBuilder(String symbol, Set<Column> columns) {
        this.symbol = symbol;
        columns.forEach(column -> values.put(column, new double[days.length]));
    }

    static SeriesBuilder ofCloses(String symbol) {
        return new SeriesBuilder(symbol, EnumSet.of(Column.CLOSE));
    }

    /** Begins a row; its values follow by {@link #set}. */
    void row(int epochDay, long line) {
        if (size == days.length) {
            int larger = size + (size >> 1);
            days = Arrays.copyOf(days, larger);
            lines = Arrays.copyOf(lines, larger);
            values.replaceAll((column, array) -> Arrays.copyOf(array, larger));
        }
        days[size] = epochDay;
        lines[size] = (int) line;
        size++;
    }

    void set(Column column, double value) {
        double[] target = values.get(column);
        if (target == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        target[size - 1] = value;
    }

    boolean isEmpty() {
        return size == 0;
    }

    PriceSeries build() {
        int[] order = order();
        int[] sortedDays = pick(days, order);
        for (int i = 1; i < size; i++) {
            if (sortedDays[i] == sortedDays[i - 1]) {
                int line = Math.max(lines[order[i]], lines[order[i - 1]]);
                int other = Math.min(lines[order[i]], lines[order[i - 1]]);
                throw new PriceFileException(
                        line, 1, symbol + " has " + LocalDate.ofEpochDay(sortedDays[i]) + " already in line " + other);
            }
        }
        Map<Column, double[]> sorted = new EnumMap<>(Column.class);
        values.forEach((column, array) -> {
            double[] picked = new double[size];
            for (int i = 0; i < size; i++) {
                picked[i] = array[order[i]];
            }
            if (column == Column.CLOSE || Arrays.stream(picked).anyMatch(value -> !Double.isNaN(value))) {
                sorted.put(column, picked);
            }
        });
        return new PriceSeries(sortedDays, sorted);
    }

    private int[] order() {
        boolean ascending = IntStream.range(1, size).allMatch(i -> days[i] > days[i - 1]);
        if (ascending) {
            return IntStream.range(0, size).toArray();
        }
        return IntStream.range(0, size)
                .mapToLong(i -> ((long) days[i] << 32) | i)
                .sorted()
                .mapToInt(packed -> (int) packed)
                .toArray();
    }

    private static int[] pick(int[] from, int[] order) {
        int[] picked = new int[order.length];
        Arrays.setAll(picked, i -> from[order[i]]);
        return picked;
    }
}
