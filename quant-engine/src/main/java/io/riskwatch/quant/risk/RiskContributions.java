package io.riskwatch.quant.risk;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.UndefinedMeasureException;
import io.riskwatch.quant.distribution.Normal;

/**
 * What each holding adds to the portfolio's volatility, and so to its normal value at risk.
 *
 * <p>With covariance S and weights w, sigma = sqrt(w'Sw); marginal_i = (Sw)_i / sigma, the change of sigma per unit of
 * weight; component_i = w_i marginal_i; share_i = component_i / sigma. Components sum to sigma and shares to 1 (Euler). A
 * negative component hedges. Weights may equally be amounts of money; sigma is then money.
 *
 * <p>Source: P. Jorion, "Value at Risk" (2007) ch. 7; Gourieroux, Laurent and Scaillet (2000).
 */
public final class RiskContributions {
    private final double volatility;
    private final double[] weights;
    private final double[] standalone;
    private final double[] marginal;

    private RiskContributions(double volatility, double[] weights, double[] standalone, double[] marginal) {
        this.volatility = volatility;
        this.weights = weights;
        this.standalone = standalone;
        this.marginal = marginal;
    }

    /**
     * Contributions to volatility.
     *
     * @param covariance per period, symmetric, {@code double[assets][assets]}
     * @param weights one per asset, of either sign; not all without risk
     */
    public static RiskContributions of(double[][] covariance, double[] weights) {
        Arguments.symmetric("covariance", covariance);
        Arguments.series("weights", weights, 1);
        Arguments.sameLength("covariance", covariance.length, "weights", weights.length);
        int n = weights.length;
        double[] marginal = new double[n];
        double[] standalone = new double[n];
        double variance = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                marginal[i] += covariance[i][j] * weights[j];
            }
            standalone[i] = Math.abs(weights[i]) * Math.sqrt(covariance[i][i]);
            variance += weights[i] * marginal[i];
        }
        if (!(variance > 0)) {
            throw new UndefinedMeasureException(
                    "risk contributions have no value: the portfolio's variance is " + variance);
        }
        double volatility = Math.sqrt(variance);
        for (int i = 0; i < n; i++) {
            marginal[i] /= volatility;
        }
        return new RiskContributions(volatility, weights.clone(), standalone, marginal);
    }

    /** The portfolio's standard deviation per period, sqrt(w'Sw). */
    public double volatility() {
        return volatility;
    }

    /** Each asset's risk by itself, |w_i| sigma_i. */
    public double[] standalone() {
        return standalone.clone();
    }

    /** The sum of the stand-alone risks: what the portfolio would risk without diversification. */
    public double undiversified() {
        double sum = 0;
        for (double risk : standalone) {
            sum += risk;
        }
        return sum;
    }

    /** The change of the portfolio's volatility per unit of each weight. */
    public double[] marginal() {
        return marginal.clone();
    }

    /** What each asset contributes to the volatility; the contributions sum to it. */
    public double[] components() {
        return times(1);
    }

    /** Contribution as a share of the volatility; shares sum to 1. */
    public double[] shares() {
        return times(1 / volatility);
    }

    /** Component value at risk under the normal distribution of mean zero; sums to the portfolio's. */
    public double[] componentValueAtRisk(double confidence) {
        Arguments.confidence(confidence);
        return times(Normal.quantile(confidence));
    }

    /** Change of the normal value at risk of mean zero per unit of each weight: z times {@link #marginal}. */
    public double[] marginalValueAtRisk(double confidence) {
        Arguments.confidence(confidence);
        return scaled(marginal, Normal.quantile(confidence));
    }

    /** What leaving each asset out would take off the normal value at risk of mean zero: z times {@link #incremental}. */
    public double[] incrementalValueAtRisk(double confidence) {
        Arguments.confidence(confidence);
        return scaled(incremental(), Normal.quantile(confidence));
    }

    /** Components times any multiple of the volatility, e.g. 1.65 as older books print the 95 % quantile. */
    public double[] components(double multiple) {
        return times(Arguments.finite("multiple", multiple));
    }

    /**
     * What leaving each asset out altogether would take off the volatility, the others' weights unchanged: sigma minus the
     * volatility without it. Not additive.
     */
    public double[] incremental() {
        double[] incremental = new double[weights.length];
        for (int i = 0; i < incremental.length; i++) {
            double own = standalone[i] * standalone[i];
            double without = volatility * volatility - 2 * weights[i] * marginal[i] * volatility + own;
            incremental[i] = volatility - Math.sqrt(Math.max(0, without));
        }
        return incremental;
    }

    private static double[] scaled(double[] values, double factor) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    private double[] times(double factor) {
        double[] components = new double[weights.length];
        for (int i = 0; i < components.length; i++) {
            components[i] = weights[i] * marginal[i] * factor;
        }
        return components;
    }
}
