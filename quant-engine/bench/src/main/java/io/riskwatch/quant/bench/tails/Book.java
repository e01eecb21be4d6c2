package io.riskwatch.quant.bench.tails;

import io.riskwatch.quant.bench.SharedRandom;
import java.util.Arrays;
import java.util.Locale;

/** The portfolios and the history of W3, the same in {@code w3.py}. */
final class Book {
    static final int PORTFOLIOS = 1000;
    static final int ASSETS = 500;
    static final int DAYS = 2500;
    static final double[] CONFIDENCES = {0.95, 0.99};

    private Book() {}

    /** {@code double[days][assets]}: one market, and what is each asset's own. */
    static double[][] returns() {
        double[][] returns = new double[DAYS][ASSETS];
        for (int t = 0; t < DAYS; t++) {
            double market = 0.01 * SharedRandom.normal(31, t);
            for (int a = 0; a < ASSETS; a++) {
                double beta = 0.5 + SharedRandom.uniform(32, a);
                returns[t][a] = 0.0003 + beta * market + 0.012 * SharedRandom.normal(33, (long) t * ASSETS + a);
            }
        }
        return returns;
    }

    /** {@code double[portfolios][assets]}, each summing to 1; the first so many. */
    static double[][] weights(int portfolios) {
        double[][] weights = new double[portfolios][ASSETS];
        for (int p = 0; p < portfolios; p++) {
            for (int a = 0; a < ASSETS; a++) {
                weights[p][a] = SharedRandom.uniform(34, (long) p * ASSETS + a);
            }
            double sum = Arrays.stream(weights[p]).sum();
            for (int a = 0; a < ASSETS; a++) {
                weights[p][a] /= sum;
            }
        }
        return weights;
    }

    /** Means over the first hundred portfolios. */
    static String answer(double var95, double es95, double var99, double es99) {
        return String.format(Locale.ROOT, "VaR95 %.14f ES95 %.14f VaR99 %.14f ES99 %.14f", var95, es95, var99, es99);
    }
}
