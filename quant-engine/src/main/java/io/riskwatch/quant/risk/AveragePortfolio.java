package io.riskwatch.quant.risk;

import io.riskwatch.quant.kernel.DenseVector;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The average m of a book's portfolios, and the days in the order of its returns: what a portfolio w earns on a day differs from a multiple of
 * what m earns by at most the length of the day's returns about their mean times the length of w's own part (Cauchy and Schwarz), so
 * that the good days of a book whose portfolios are alike need not be looked at.
 *
 * <p>With s = sum(w) / sum(m) and e = w - s m, which sums to 0: |r'w - s r'm| = |(r - mean(r))'e| <= |r - mean(r)| |e|. Returns and weights
 * are scaled as in {@link io.riskwatch.quant.kernel.ReturnEstimates}.
 */
final class AveragePortfolio {
    /** Far more than rounding can add to what is compared. */
    private static final double SLACK = 1e-9;

    /** What rounding may take from a square that is a difference of squares. */
    private static final double CANCELLED = 1e-12;

    private final double[] weights;
    private final double[] ones;
    private final double total;
    private final double[][] rows;
    private final double[] earned;
    private final double[] lengths;
    private final int panel;
    private final double[] longest;

    /**
     * Orders the days.
     *
     * @param returns {@code double[days][assets]}, shared
     * @param largest the largest of their magnitudes
     * @param portfolios {@code double[portfolios][assets]}, shared
     * @param magnitudes the sum of the magnitudes of each portfolio's weights, not 0
     * @param panel days that are looked at together
     */
    AveragePortfolio(double[][] returns, double largest, double[][] portfolios, double[] magnitudes, int panel) {
        int days = returns.length;
        int assets = returns[0].length;
        this.panel = panel;
        this.weights = new double[assets];
        this.ones = new double[assets];
        Arrays.fill(ones, 1);
        for (int p = 0; p < portfolios.length; p++) {
            DenseVector.addScaled(1 / magnitudes[p] / portfolios.length, portfolios[p], weights, assets);
        }
        this.total = DenseVector.dot(weights, ones, assets);
        double scale = largest > 0 ? 1 / largest : 0;
        double[] unordered = new double[days];
        for (int t = 0; t < days; t++) {
            unordered[t] = scale * DenseVector.dot(returns[t], weights, assets);
        }
        int[] order = IntStream.range(0, days)
                .boxed()
                .sorted(Comparator.comparingDouble(t -> unordered[t]))
                .mapToInt(t -> t)
                .toArray();
        this.rows = new double[days][];
        this.earned = new double[days];
        this.lengths = new double[days];
        this.longest = new double[(days + panel - 1) / panel];
        double[] scaled = new double[assets];
        for (int k = 0; k < days; k++) {
            rows[k] = returns[order[k]];
            earned[k] = unordered[order[k]];
            for (int i = 0; i < assets; i++) {
                scaled[i] = scale * rows[k][i];
            }
            double sum = DenseVector.dot(scaled, ones, assets);
            double square = DenseVector.dot(scaled, scaled, assets);
            lengths[k] = Math.sqrt(Math.max(0, square - sum * sum / assets) + CANCELLED * square);
            longest[k / panel] = Math.max(longest[k / panel], lengths[k]);
        }
    }

    /** The returns of the days in that order, worst first; shared. */
    double[][] rows() {
        return rows;
    }

    /**
     * So many panels of days contain the worst of a portfolio; all others are better than each of them.
     *
     * @param count how many of the worst
     */
    int panels(double[] portfolio, double magnitude, int count) {
        int assets = portfolio.length;
        double s = DenseVector.dot(portfolio, ones, assets) / magnitude / total;
        if (!(s > 0) || s > 1e3) {
            return longest.length;
        }
        double square = DenseVector.dot(portfolio, portfolio, assets) / magnitude / magnitude;
        double common = s * s * DenseVector.dot(weights, weights, assets);
        double between = 2 * s * DenseVector.dot(portfolio, weights, assets) / magnitude;
        double own = Math.sqrt(Math.max(0, square - between + common) + CANCELLED * (square + common));
        double worst = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            worst = Math.max(worst, s * earned[k] + own * lengths[k]);
        }
        int panels = longest.length;
        while (panels > 1 && s * earned[(panels - 1) * panel] - own * longest[panels - 1] > worst + SLACK * (1 + s)) {
            panels--;
        }
        return panels;
    }
}
