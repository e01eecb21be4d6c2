package io.riskwatch.quant.scenario;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.series.Returns;

/**
 * What a shock would do to a portfolio, and which shock would do the most likely harm.
 *
 * <p>Loss = -sum of w_i s_i for simple returns s: a fraction, positive for a loss. The reverse stress test asks for the
 * likeliest returns of mean zero and covariance S that lose a given amount: s = -loss S w / (w'Sw), at a distance of loss /
 * sqrt(w'Sw) standard deviations.
 *
 * <p>Source: T. Breuer et al., "How to find plausible, severe, and useful stress scenarios" (2009).
 */
public final class StressTest {
    private StressTest() {}

    /** Loss of the portfolio under one shock, a simple return per asset, none below -1. */
    public static double loss(double[] weights, double[] shocks) {
        Arguments.series("weights", weights, 1);
        Arguments.simpleReturns("shocks", shocks, 1);
        Arguments.sameLength("weights", weights.length, "shocks", shocks.length);
        return -sum(weights, shocks) + 0.0;
    }

    /** Each asset's part of the loss; the parts sum to it. */
    public static double[] contributions(double[] weights, double[] shocks) {
        loss(weights, shocks);
        double[] parts = new double[weights.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = -weights[i] * shocks[i] + 0.0;
        }
        return parts;
    }

    /**
     * Returns of every asset given a shock to one of them: s_j = beta_j s with beta_j = S_jk / S_kk.
     *
     * @param shocked index k of the asset whose return is given
     */
    public static double[] propagated(double[][] covariance, int shocked, double shock) {
        Arguments.symmetric("covariance", covariance);
        Arguments.within("shocked", shocked, 0, covariance.length - 1);
        Arguments.finite("shock", shock);
        if (covariance[shocked][shocked] == 0) {
            throw new UndefinedMeasureException("propagation has no value: asset " + shocked + " never varies");
        }
        double[] shocks = new double[covariance.length];
        for (int j = 0; j < shocks.length; j++) {
            shocks[j] = covariance[j][shocked] / covariance[shocked][shocked] * shock;
        }
        return shocks;
    }

    /** The likeliest returns that lose exactly this fraction. */
    public static double[] reverse(double[][] covariance, double[] weights, double loss) {
        Arguments.symmetric("covariance", covariance);
        Arguments.series("weights", weights, 1);
        Arguments.sameLength("covariance", covariance.length, "weights", weights.length);
        Arguments.finite("loss", loss);
        double[] product = new double[weights.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = sum(covariance[i], weights);
        }
        double variance = sum(product, weights);
        if (!(variance > 0)) {
            throw new UndefinedMeasureException("reverse stress has no value: the portfolio's variance is " + variance);
        }
        for (int i = 0; i < product.length; i++) {
            product[i] *= -loss / variance;
        }
        return product;
    }

    /**
     * Loss over a window of history at today's weights, bought at its start and held.
     *
     * @param returns simple returns, {@code double[observations][assets]}
     * @param from first observation of the window
     * @param to observation after the last
     */
    public static double historicalWindow(double[][] returns, double[] weights, int from, int to) {
        Arguments.matrix("returns", returns, 1);
        Arguments.sameLength("returns[0]", returns[0].length, "weights", weights.length);
        Arguments.within("from", from, 0, returns.length - 1);
        Arguments.within("to", to, from + 1, returns.length);
        double[] shocks = new double[weights.length];
        for (int i = 0; i < shocks.length; i++) {
            double[] window = new double[to - from];
            for (int t = from; t < to; t++) {
                window[t - from] = returns[t][i];
            }
            shocks[i] = Returns.compounded(window);
        }
        return loss(weights, shocks);
    }

    private static double sum(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
