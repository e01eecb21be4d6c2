package io.riskwatch.quant.series;

import io.riskwatch.quant.Arguments;

/**
 * What a price series earned from one observation to the next.
 *
 * <p>Riskwatch combines assets in simple returns, p1 / p0 - 1; logarithmic returns, ln(p1 / p0), are used only where a
 * model asks for them. Prices must be finite and positive.
 */
public final class Returns {
    private Returns() {}

    /** Simple returns p[t + 1] / p[t] - 1: one fewer than prices, each above -1. */
    public static double[] simple(double[] prices) {
        requirePrices(prices);
        double[] returns = new double[prices.length - 1];
        for (int t = 0; t < returns.length; t++) {
            returns[t] = prices[t + 1] / prices[t] - 1;
        }
        return returns;
    }

    /** Logarithmic returns ln(p[t + 1] / p[t]): one fewer than prices. */
    public static double[] logarithmic(double[] prices) {
        requirePrices(prices);
        double[] returns = new double[prices.length - 1];
        for (int t = 0; t < returns.length; t++) {
            returns[t] = Math.log(prices[t + 1] / prices[t]);
        }
        return returns;
    }

    /** Simple returns of every column of {@code double[observations][assets]}. */
    public static double[][] simple(double[][] prices) {
        Arguments.matrix("prices", prices, 2);
        int assets = prices[0].length;
        double[][] returns = new double[prices.length - 1][assets];
        for (int t = 0; t < prices.length; t++) {
            for (int i = 0; i < assets; i++) {
                Arguments.positive("prices[" + t + "][" + i + "]", prices[t][i]);
                if (t > 0) {
                    returns[t - 1][i] = prices[t][i] / prices[t - 1][i] - 1;
                }
            }
        }
        return returns;
    }

    /** The whole period's return: product of (1 + r) less 1. */
    public static double compounded(double[] returns) {
        Arguments.simpleReturns("returns", returns, 0);
        double growth = 1;
        for (double r : returns) {
            growth *= 1 + r;
        }
        return growth - 1;
    }

    /** The value of 1 invested at the start, before the first return and after each: one more than returns. */
    public static double[] wealth(double[] returns) {
        Arguments.simpleReturns("returns", returns, 0);
        double[] wealth = new double[returns.length + 1];
        wealth[0] = 1;
        for (int t = 0; t < returns.length; t++) {
            wealth[t + 1] = wealth[t] * (1 + returns[t]);
        }
        return wealth;
    }

    /**
     * Returns of a portfolio held at constant weights (rebalanced every period): r_t = sum of w_i r_ti.
     *
     * <p>Weights may be negative and need not sum to 1; what is missing to 1 is cash that earns nothing.
     *
     * @param returns simple returns, {@code double[observations][assets]}
     */
    public static double[] ofPortfolio(double[][] returns, double[] weights) {
        Arguments.matrix("returns", returns, 1);
        Arguments.series("weights", weights, 1);
        Arguments.sameLength("returns[0]", returns[0].length, "weights", weights.length);
        double[] portfolio = new double[returns.length];
        for (int t = 0; t < returns.length; t++) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * returns[t][i];
            }
            portfolio[t] = sum;
        }
        return portfolio;
    }

    private static void requirePrices(double[] prices) {
        Arguments.series("prices", prices, 2);
        for (int t = 0; t < prices.length; t++) {
            Arguments.positive("prices[" + t + "]", prices[t]);
        }
    }
}
