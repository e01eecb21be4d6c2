package io.riskwatch.marketdata.series;

import java.util.Arrays;

/** Thins a series for a chart without losing what the eye looks for: the extremes of every stretch, and both ends. */
public final class Decimation {
    private Decimation() {}

    /**
     * At most {@code maxPoints} days of the series: the first, the last, and of equal stretches between them the lowest and
     * the highest close. The lowest and the highest close of the whole series are always among them.
     *
     * @param maxPoints at least 4
     */
    public static PriceSeries keepingExtremes(PriceSeries series, int maxPoints) {
        if (maxPoints < 4) {
            throw new IllegalArgumentException("maxPoints must be at least 4, was " + maxPoints);
        }
        int size = series.size();
        if (size <= maxPoints) {
            return series;
        }
        int buckets = (maxPoints - 2) / 2;
        int[] positions = new int[2 * buckets + 2];
        int count = 0;
        positions[count++] = 0;
        double[] closes = series.closes();
        for (int bucket = 0; bucket < buckets; bucket++) {
            int from = 1 + (int) ((long) bucket * (size - 2) / buckets);
            int to = 1 + (int) ((bucket + 1L) * (size - 2) / buckets);
            int lowest = from;
            int highest = from;
            for (int i = from + 1; i < to; i++) {
                lowest = closes[i] < closes[lowest] ? i : lowest;
                highest = closes[i] > closes[highest] ? i : highest;
            }
            positions[count++] = Math.min(lowest, highest);
            if (lowest != highest) {
                positions[count++] = Math.max(lowest, highest);
            }
        }
        positions[count++] = size - 1;
        return series.pick(Arrays.copyOf(positions, count));
    }
}
