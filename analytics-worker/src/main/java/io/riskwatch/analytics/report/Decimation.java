package io.riskwatch.analytics.report;

import java.util.stream.IntStream;

/** Fewer points for a chart that still shows the extremes. */
public final class Decimation {

    private Decimation() {}

    /**
     * Which positions to keep, ascending: the first, the last, and of each stretch the lowest and the highest value.
     *
     * @param atMost at least 4
     */
    public static int[] keep(double[] values, int atMost) {
        int n = values.length;
        if (n <= atMost) {
            return IntStream.range(0, n).toArray();
        }
        int buckets = (atMost - 2) / 2;
        return IntStream.concat(
                        IntStream.of(0, n - 1), IntStream.range(0, buckets).flatMap(bucket -> {
                            int from = 1 + (int) ((long) bucket * (n - 2) / buckets);
                            int to = 1 + (int) ((long) (bucket + 1) * (n - 2) / buckets);
                            return extremes(values, from, to);
                        }))
                .distinct()
                .sorted()
                .toArray();
    }

    private static IntStream extremes(double[] values, int from, int to) {
        int low = from;
        int high = from;
        for (int i = from + 1; i < to; i++) {
            low = values[i] < values[low] ? i : low;
            high = values[i] > values[high] ? i : high;
        }
        return IntStream.of(low, high);
    }
}
