package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.Adjustment;
import io.riskwatch.marketdata.series.Dividend;
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
 * @param announced dividends with an ex-date after the days shown, but not after those asked for, soonest first
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
        List<DividendView> announced,
        List<Point> points) {

    HistoryView {
        points = List.copyOf(points);
        splits = List.copyOf(splits);
        dividends = List.copyOf(dividends);
        announced = List.copyOf(announced);
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

    /**
     * Cash per share by ex-date.
     *
     * @param payDate when the money comes; absent where the source does not say
     * @param announcedOn when it was promised; absent where the source does not say
     */
    record DividendView(
            LocalDate date,
            BigDecimal amount,
            @Nullable LocalDate payDate,
            @Nullable LocalDate announcedOn) {

        static DividendView of(Dividend dividend) {
            return new DividendView(
                    dividend.day(), dividend.amount().stripTrailingZeros(), dividend.payDay(), dividend.announcedDay());
        }
    }

    /**
     * The view.
     *
     * @param until the last day asked for
     */
    static HistoryView of(SourcedSeries source, PriceSeries shown, LocalDate until) {
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
                shown.isEmpty() ? List.of() : dividends(source, shown.firstDay(), shown.lastDay()),
                shown.isEmpty() || !shown.lastDay().isBefore(until)
                        ? List.of()
                        : dividends(source, shown.lastDay().plusDays(1), until),
                points);
    }

    private static List<SplitView> splits(SourcedSeries source, PriceSeries shown) {
        return source.actions().splitsBetween(shown.firstDay(), shown.lastDay()).stream()
                .map(split -> new SplitView(split.day(), split.newShares(), split.oldShares()))
                .toList();
    }

    private static List<DividendView> dividends(SourcedSeries source, LocalDate from, LocalDate to) {
        return source.actions().dividendsBetween(from, to).stream()
                .map(DividendView::of)
                .toList();
    }

    private static @Nullable Double value(PriceSeries series, Column column, int position) {
        double[] values = series.column(column);
        return values == null || Double.isNaN(values[position]) ? null : values[position];
    }
}
