package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.Adjustment;
import io.riskwatch.marketdata.series.PriceSeries;
import io.riskwatch.marketdata.series.PriceSeries.Column;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history of a symbol as a chart takes it.
 *
 * @param adjustment what has been done to the prices
 * @param splits within the days shown
 * @param dividends within the days shown, per share as the source told them
 */
record HistoryView(
        String symbol,
        String currency,
        String provider,
        boolean simulated,
        Adjustment adjustment,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<SplitView> splits,
        List<DividendView> dividends,
        List<Point> points) {

    HistoryView {
        points = List.copyOf(points);
        splits = List.copyOf(splits);
        dividends = List.copyOf(dividends);
    }

    /** One day; what a source does not tell is absent. */
    record Point(
            LocalDate date,
            double close,
            @Nullable Double open,
            @Nullable Double high,
            @Nullable Double low,
            @Nullable Double volume) {}

    /** New shares for old ones from the day on. */
    record SplitView(LocalDate date, int newShares, int oldShares) {}

    /** Cash per share by ex-date. */
    record DividendView(LocalDate date, BigDecimal amount) {}

    static HistoryView of(SourcedSeries source, PriceSeries shown) {
        List<Point> points = new ArrayList<>(shown.size());
        for (int i = 0; i < shown.size(); i++) {
            points.add(new Point(
                    LocalDate.ofEpochDay(shown.days()[i]),
                    shown.closes()[i],
                    value(shown, Column.OPEN, i),
                    value(shown, Column.HIGH, i),
                    value(shown, Column.LOW, i),
                    value(shown, Column.VOLUME, i)));
        }
        return new HistoryView(
                source.symbol(),
                source.currency(),
                source.provider(),
                source.simulated(),
                source.adjustment(),
                shown.isEmpty() ? null : shown.firstDay(),
                shown.isEmpty() ? null : shown.lastDay(),
                shown.isEmpty() ? List.of() : splits(source, shown),
                shown.isEmpty() ? List.of() : dividends(source, shown),
                points);
    }

    private static List<SplitView> splits(SourcedSeries source, PriceSeries shown) {
        return source.actions().splitsBetween(shown.firstDay(), shown.lastDay()).stream()
                .map(split -> new SplitView(split.day(), split.newShares(), split.oldShares()))
                .toList();
    }

    private static List<DividendView> dividends(SourcedSeries source, PriceSeries shown) {
        return source.actions().dividendsBetween(shown.firstDay(), shown.lastDay()).stream()
                .map(dividend ->
                        new DividendView(dividend.day(), dividend.amount().stripTrailingZeros()))
                .toList();
    }

    private static @Nullable Double value(PriceSeries series, Column column, int position) {
        double[] values = series.column(column);
        return values == null || Double.isNaN(values[position]) ? null : values[position];
    }
}
