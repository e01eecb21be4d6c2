package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.PriceSeries;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Several series on one axis of days: the union of their days, or the last days they have in common. */
final class PriceMatrix {
    private final List<SourcedSeries> series;
    private final int[] days;

    private PriceMatrix(List<SourcedSeries> series, int[] days) {
        this.series = List.copyOf(series);
        this.days = days;
    }

    static PriceMatrix ofAllDays(List<SourcedSeries> series) {
        return new PriceMatrix(series, union(series));
    }

    static PriceMatrix ofLastCommonDays(List<SourcedSeries> series, int count) {
        int[] common = IntStream.of(union(series))
                .filter(day -> series.stream()
                        .noneMatch(one -> Double.isNaN(one.prices().closeOn(day))))
                .toArray();
        return new PriceMatrix(series, Arrays.copyOfRange(common, Math.max(0, common.length - count), common.length));
    }

    List<SourcedSeries> series() {
        return series;
    }

    int[] days() {
        return days.clone();
    }

    /** The closes of a series on the matrix's days, NaN where it has none. */
    double[] closes(SourcedSeries one) {
        PriceSeries prices = one.prices();
        int[] own = prices.days();
        double[] closes = new double[days.length];
        int at = 0;
        for (int i = 0; i < days.length; i++) {
            while (at < own.length && own[at] < days[i]) {
                at++;
            }
            closes[i] = at < own.length && own[at] == days[i] ? prices.closes()[at] : Double.NaN;
        }
        return closes;
    }

    private static int[] union(List<SourcedSeries> series) {
        return series.stream()
                .flatMapToInt(one -> IntStream.of(one.prices().days()))
                .sorted()
                .distinct()
                .toArray();
    }
}
