package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.PriceSeries;
import io.riskwatch.marketdata.series.PriceSeries.Column;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history of a symbol as a chart takes it. */
record HistoryView(
        String symbol,
        String currency,
        String provider,
        boolean simulated,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Point> points) {

    HistoryView {
        points = List.copyOf(points);
    }

    /** One day; what a source does not tell is absent. */
    record Point(
            LocalDate date,
            double close,
            @Nullable Double open,
            @Nullable Double high,
            @Nullable Double low,
            @Nullable Double volume) {}

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
                shown.isEmpty() ? null : shown.firstDay(),
                shown.isEmpty() ? null : shown.lastDay(),
                points);
    }

    private static @Nullable Double value(PriceSeries series, Column column, int position) {
        double[] values = series.column(column);
        return values == null || Double.isNaN(values[position]) ? null : values[position];
    }
}
