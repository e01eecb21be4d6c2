package io.riskwatch.portfolio.valuation;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Thins a series for a chart without losing what the eye looks for: the extremes of every stretch, and both ends. */
public final class Decimation {

    private Decimation() {}

    /**
     * At most {@code most} of the positions: the first, the last, and of equal stretches between them the lowest and the
     * highest. The extremes of the whole series are always among them.
     *
     * @param positions ascending
     * @param most at least 4
     */
    public static int[] keepingExtremes(int[] positions, IntToDoubleFunction value, int most) {
        if (most < 4) {
            throw new IllegalArgumentException("most must be at least 4, was " + most);
        }
        var size = positions.length;
        if (size <= most) {
            return positions.clone();
        }
        var buckets = (most - 2) / 2;
        var kept = new int[2 * buckets + 2];
        var count = 0;
        kept[count++] = positions[0];
        for (var bucket = 0; bucket < buckets; bucket++) {
            var from = 1 + (int) ((long) bucket * (size - 2) / buckets);
            var to = 1 + (int) ((bucket + 1L) * (size - 2) / buckets);
            var lowest = from;
            var highest = from;
            for (var i = from + 1; i < to; i++) {
                lowest = value.applyAsDouble(positions[i]) < value.applyAsDouble(positions[lowest]) ? i : lowest;
                highest = value.applyAsDouble(positions[i]) > value.applyAsDouble(positions[highest]) ? i : highest;
            }
            kept[count++] = positions[Math.min(lowest, highest)];
            if (lowest != highest) {
                kept[count++] = positions[Math.max(lowest, highest)];
            }
        }
        kept[count++] = positions[size - 1];
        return Arrays.copyOf(kept, count);
    }
}
