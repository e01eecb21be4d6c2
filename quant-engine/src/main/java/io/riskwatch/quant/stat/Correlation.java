package io.riskwatch.quant.stat;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.distribution.StudentT;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How strongly two series go together: by value (Pearson), by rank (Spearman) or by order (Kendall), in [-1, 1]. */
public final class Correlation {
    private Correlation() {}

    /** Pearson's linear correlation: cov(x, y) / (sd(x) sd(y)); undefined when a series never varies. */
    public static double pearson(double[] first, double[] second) {
        double covariance = Covariance.between(first, second);
        Moments x = Moments.of(first);
        Moments y = Moments.of(second);
        if (!x.varies() || !y.varies()) {
            throw new UndefinedMeasureException("correlation has no value: a series never varies");
        }
        return Math.clamp(covariance / (x.standardDeviation() * y.standardDeviation()), -1.0, 1.0);
    }

    /** Spearman's rank correlation: Pearson's of the ranks, ties sharing their mean rank. */
    public static double spearman(double[] first, double[] second) {
        return pearson(ranks(first), ranks(second));
    }

    /** Kendall's tau-b, which allows for ties. Cost O(n^2). */
    public static double kendall(double[] first, double[] second) {
        Arguments.sameLength("first", first.length, "second", second.length);
        Arguments.series("first", first, 2);
        Arguments.series("second", second, 2);
        long balance = 0;
        long tiesFirst = 0;
        long tiesSecond = 0;
        long pairs = 0;
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < i; j++) {
                int x = order(first[i], first[j]);
                int y = order(second[i], second[j]);
                balance += (long) x * y;
                tiesFirst += x == 0 ? 1 : 0;
                tiesSecond += y == 0 ? 1 : 0;
                pairs++;
            }
        }
        if (tiesFirst == pairs || tiesSecond == pairs) {
            throw new UndefinedMeasureException("Kendall's tau has no value: a series never varies");
        }
        return balance / Math.sqrt((double) (pairs - tiesFirst) * (pairs - tiesSecond));
    }

    /**
     * Two-sided p-value of "no linear correlation" for normal data: t = r sqrt((n - 2) / (1 - r^2)) with n - 2 degrees of
     * freedom.
     *
     * @param correlation r in [-1, 1]
     * @param observations n, at least 3
     */
    public static double pValue(double correlation, int observations) {
        Arguments.within("correlation", correlation, -1, 1);
        Arguments.atLeast("observations", observations, 3);
        double t = Math.abs(correlation) * Math.sqrt((observations - 2) / (1 - correlation * correlation));
        return Double.isInfinite(t) ? 0 : 2 * new StudentT(observations - 2).cumulative(-t);
    }

    /** As {@link Double#compare}, but -0 and 0 are equal. */
    private static int order(double a, double b) {
        return a < b ? -1 : a > b ? 1 : 0;
    }

    private static double[] ranks(double[] series) {
        Arguments.series("series", series, 2);
        int[] order = IntStream.range(0, series.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> series[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[series.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to + 1 < order.length && series[order[to + 1]] == series[order[from]]) {
                to++;
            }
            double shared = (from + to) / 2.0 + 1;
            Arrays.stream(order, from, to + 1).forEach(i -> ranks[i] = shared);
            from = to + 1;
        }
        return ranks;
    }
}
