package io.riskwatch.quant.stat;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.distribution.Normal;
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
     * Two-sided p-value of "no linear correlation" for normal data, customary also for Spearman's: t = r sqrt((n - 2) / (1 - r^2)) with n - 2 degrees of
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

    /**
     * Interval of a linear correlation by Fisher's transformation: tanh(artanh r -+ z / sqrt(n - 3)), for nearly normal data.
     *
     * @param correlation r in [-1, 1]; at an end the interval is that end alone
     * @param observations n, at least 4
     * @param coverage share of samples whose interval holds the true value, e.g. 0.95
     * @return lower and upper end
     */
    public static double[] interval(double correlation, int observations, double coverage) {
        Arguments.within("correlation", correlation, -1, 1);
        Arguments.atLeast("observations", observations, 4);
        Arguments.between("coverage", coverage, 0, 1);
        double reach = Normal.quantile(0.5 + coverage / 2) / Math.sqrt(observations - 3.0);
        double centre = 0.5 * (Math.log1p(correlation) - Math.log1p(-correlation));
        return new double[] {Math.tanh(centre - reach), Math.tanh(centre + reach)};
    }

    /**
     * Two-sided p-value of "no concordance" by the normal approximation with ties counted, as scipy's asymptotic method: s / sd(s)
     * with s concordant less discordant pairs. Fit for ten observations or more. Cost O(n^2).
     *
     * <p>Source: M. Kendall, "Rank Correlation Methods" (1970) ch. 4.
     */
    public static double kendallPValue(double[] first, double[] second) {
        double tau = kendall(first, second);
        double n = first.length;
        double[] x = ties(first);
        double[] y = ties(second);
        double pairs = n * (n - 1) / 2;
        double variance = (n * (n - 1) * (2 * n + 5) - x[2] - y[2]) / 18 + 2 * x[0] * y[0] / (n * (n - 1));
        variance += n > 2 ? x[1] * y[1] / (9 * n * (n - 1) * (n - 2)) : 0;
        double balance = tau * Math.sqrt((pairs - x[0]) * (pairs - y[0]));
        return 2 * Normal.cumulative(-Math.abs(balance) / Math.sqrt(variance));
    }

    /** Sums over groups of t equal values: t (t - 1) / 2, t (t - 1)(t - 2) and t (t - 1)(2 t + 5). */
    private static double[] ties(double[] series) {
        double[] ascending = series.clone();
        Arrays.sort(ascending);
        double[] sums = new double[3];
        int from = 0;
        for (int k = 1; k <= ascending.length; k++) {
            if (k == ascending.length || ascending[k] > ascending[from]) {
                double t = k - from;
                sums[0] += t * (t - 1) / 2;
                sums[1] += t * (t - 1) * (t - 2);
                sums[2] += t * (t - 1) * (2 * t + 5);
                from = k;
            }
        }
        return sums;
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
