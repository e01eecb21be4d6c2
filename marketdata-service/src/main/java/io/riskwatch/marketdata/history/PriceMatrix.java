package io.riskwatch.marketdata.history;

import io.riskwatch.marketdata.series.PriceSeries;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Several series on one axis of days: the union of their days, or the last days they have in common. */
final class PriceMatrix {
    private final List<SourcedSeries> series;
    private final int[] days;
    private final @Nullable Integer droppedDays;

    private PriceMatrix(List<SourcedSeries> series, int[] days, @Nullable Integer droppedDays) {
        this.series = List.copyOf(series);
        this.days = days;
        this.droppedDays = droppedDays;
    }

    static PriceMatrix ofAllDays(List<SourcedSeries> series) {
        return new PriceMatrix(series, union(series), null);
    }

    static PriceMatrix ofLastCommonDays(List<SourcedSeries> series, int count) {
        int[] union = union(series);
        int[] holders = new int[union.length];
        for (SourcedSeries one : series) {
            int at = 0;
            for (int day : one.prices().days()) {
                while (union[at] < day) {
                    at++;
                }
                holders[at]++;
            }
        }
        int[] common = IntStream.range(0, union.length)
                .filter(i -> holders[i] == series.size())
                .map(i -> union[i])
                .toArray();
        int[] last = Arrays.copyOfRange(common, Math.max(0, common.length - count), common.length);
        int first = last.length == 0 ? Integer.MAX_VALUE : last[0];
        long between = IntStream.of(union).filter(day -> day >= first).count();
        return new PriceMatrix(series, last, Math.toIntExact(between - last.length));
    }

    /** Days from the first kept one on that are left out because some series has no price; absent when all days are kept. */
    @Nullable
    Integer droppedDays() {
        return droppedDays;
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

    /** All days that occur, ascending; a bit per day of the era, since thousands of series share their days. */
    private static int[] union(List<SourcedSeries> series) {
        List<int[]> held = series.stream()
                .map(one -> one.prices().days())
                .filter(days -> days.length > 0)
                .toList();
        int first = held.stream().mapToInt(days -> days[0]).min().orElse(0);
        BitSet occurs = new BitSet();
        for (int[] days : held) {
            for (int day : days) {
                occurs.set(day - first);
            }
        }
        return occurs.stream().map(offset -> first + offset).toArray();
    }
}
