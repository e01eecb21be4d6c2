package io.riskwatch.quant.stat;

import io.riskwatch.quant.Arguments;
import java.util.Arrays;

/**
 * The value below which a given share of a sample lies.
 *
 * <p>Source: Hyndman and Fan (1996); see {@link QuantileType} for the nine definitions.
 */
public final class Quantile {
    /** As R does, but relative to the index: one that is whole up to rounding counts as whole. */
    private static final double FUZZ = 4 * Math.ulp(1.0);

    private Quantile() {}

    /** The type 7 quantile of an unsorted sample; {@link #of(double[], double, QuantileType)}. */
    public static double of(double[] sample, double probability) {
        return of(sample, probability, QuantileType.TYPE_7);
    }

    /**
     * The quantile of an unsorted sample.
     *
     * @param sample at least one finite observation; not changed; sorting costs O(n log n)
     * @param probability in [0, 1]
     */
    public static double of(double[] sample, double probability, QuantileType type) {
        double[] sorted = Arguments.series("sample", sample, 1).clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, probability, type);
    }

    /** As {@link #of(double[], double, QuantileType)} for a sample that is already ascending, without sorting it. */
    public static double ofSorted(double[] ascending, double probability, QuantileType type) {
        return ofLowest(ascending, Arguments.atLeast("sample size", ascending.length, 1), probability, type);
    }

    /**
     * As {@link #ofSorted} for a sample of which only the lowest observations are known: those up to the first that is not
     * below the quantile.
     *
     * @param ascending the lowest observations in order; what follows them in the array is not read
     * @param n the size of the whole sample
     */
    public static double ofLowest(double[] ascending, int n, double probability, QuantileType type) {
        Arguments.within("probability", probability, 0, 1);
        Arguments.atLeast("n", n, 1);
        return switch (type) {
            case TYPE_1 -> step(ascending, n, n * probability, 1);
            case TYPE_2 -> step(ascending, n, n * probability, 0.5);
            case TYPE_3 -> nearestEven(ascending, n, n * probability - 0.5);
            case TYPE_4 -> interpolate(ascending, n, n * probability);
            case TYPE_5 -> interpolate(ascending, n, n * probability + 0.5);
            case TYPE_6 -> interpolate(ascending, n, (n + 1) * probability);
            case TYPE_7 -> interpolate(ascending, n, (n - 1) * probability + 1);
            case TYPE_8 -> interpolate(ascending, n, (n + 1 / 3.0) * probability + 1 / 3.0);
            case TYPE_9 -> interpolate(ascending, n, (n + 0.25) * probability + 0.375);
        };
    }

    /** The order statistic after {@code position}; at a whole position this one and the next are mixed. */
    private static double step(double[] ascending, int n, double position, double weightBelowAtWhole) {
        double fuzz = FUZZ * Math.max(1, position);
        int whole = (int) Math.floor(position + fuzz);
        double upper = position > whole + fuzz ? 1 : 1 - weightBelowAtWhole;
        return mix(ascending, n, whole, upper);
    }

    private static double nearestEven(double[] ascending, int n, double position) {
        double fuzz = FUZZ * Math.max(1, position);
        int whole = (int) Math.floor(position + fuzz);
        boolean atWhole = position <= whole + fuzz;
        return mix(ascending, n, whole, atWhole && whole % 2 == 0 ? 0 : 1);
    }

    private static double interpolate(double[] ascending, int n, double position) {
        int whole = (int) Math.floor(position + FUZZ * Math.max(1, Math.abs(position)));
        double fraction = position - whole;
        return mix(ascending, n, whole, Math.abs(fraction) < FUZZ * Math.max(1, position) ? 0 : fraction);
    }

    /** (1 - w) x(j) + w x(j + 1), order statistics counted from 1 and clamped to the sample. */
    private static double mix(double[] ascending, int n, int j, double weightOfNext) {
        double low = known(ascending, Math.clamp(j - 1L, 0, n - 1));
        if (weightOfNext == 0) {
            return low;
        }
        double high = known(ascending, Math.clamp((long) j, 0, n - 1));
        return weightOfNext == 1 ? high : low + weightOfNext * (high - low);
    }

    private static double known(double[] ascending, int index) {
        if (index >= ascending.length) {
            throw new IllegalArgumentException("ascending must reach the quantile, observation " + (index + 1)
                    + ", was " + ascending.length + " long");
        }
        return ascending[index];
    }
}
