package io.riskwatch.quant.stat;

import io.riskwatch.quant.Arguments;

/** Counts of a sample in bins of equal width between its least and greatest value; the last bin holds the greatest. */
public final class Histogram {
    private final double low;
    private final double width;
    private final int[] counts;

    private Histogram(double low, double width, int[] counts) {
        this.low = low;
        this.width = width;
        this.counts = counts;
    }

    /**
     * A histogram with this many bins; a constant sample falls into the first, of width 0.
     *
     * @param sample at least one observation
     * @param bins at least 1
     */
    public static Histogram of(double[] sample, int bins) {
        Arguments.series("sample", sample, 1);
        Arguments.atLeast("bins", bins, 1);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double x : sample) {
            low = Math.min(low, x);
            high = Math.max(high, x);
        }
        double width = high / bins - low / bins;
        int[] counts = new int[bins];
        for (double x : sample) {
            counts[width == 0 ? 0 : Math.clamp((long) ((x - low) / width), 0, bins - 1)]++;
        }
        return new Histogram(low, width, counts);
    }

    /** The number of bins that Freedman and Diaconis advise, 2 IQR / n^(1/3) wide, between 1 and {@code most}. */
    public static int advisedBins(double[] sample, int most) {
        Arguments.atLeast("most", most, 1);
        double iqr = Quantile.of(sample, 0.75) - Quantile.of(sample, 0.25);
        double range = Quantile.of(sample, 1) - Quantile.of(sample, 0);
        double width = 2 * iqr / Math.cbrt(sample.length);
        return width <= 0 ? 1 : (int) Math.clamp(Math.ceil(range / width), 1, most);
    }

    /** Counts per bin, in order. */
    public int[] counts() {
        return counts.clone();
    }

    /** Edges of the bins, one more than bins. */
    public double[] edges() {
        double[] edges = new double[counts.length + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = low + i * width;
        }
        return edges;
    }
}
