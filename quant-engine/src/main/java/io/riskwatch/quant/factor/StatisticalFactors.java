package io.riskwatch.quant.factor;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.stat.Covariance;
import io.riskwatch.quant.stat.PrincipalComponents;

/**
 * Factors found in the returns themselves: the first principal components of the assets' covariance, with each asset's
 * loadings and what the factors leave unexplained.
 *
 * <p>r_ti = mean_i + sum of B_ik F_tk + e_ti, with uncorrelated F of the components' variances (n - 1) and e uncorrelated
 * with every F. A factor's sign is arbitrary; its largest loading is positive. Cost O(T n^2 + n^3).
 *
 * <p>Source: G. Connor and R. Korajczyk, "Performance measurement with the arbitrage pricing theory" (1986).
 */
public final class StatisticalFactors {
    private final double[][] returns;
    private final double[][] loadings;
    private final double[] variances;
    private final double[] explained;
    private final double[] specific;

    private StatisticalFactors(
            double[][] returns, double[][] loadings, double[] variances, double[] explained, double[] specific) {
        this.returns = returns;
        this.loadings = loadings;
        this.variances = variances;
        this.explained = explained;
        this.specific = specific;
    }

    /**
     * The strongest factors.
     *
     * @param assetReturns {@code double[periods][assets]}, at least 2 periods; undefined when no asset varies
     * @param count 1 to the number of assets; factors beyond the rank of the data are of variance 0
     */
    public static StatisticalFactors of(double[][] assetReturns, int count) {
        double[][] covariance = Covariance.sample(assetReturns);
        int n = covariance.length;
        Arguments.within("count", count, 1, n);
        PrincipalComponents components = PrincipalComponents.of(covariance);
        double[][] returns = new double[assetReturns.length][count];
        double[][] loadings = new double[n][count];
        double[] variances = new double[count];
        double[] explained = new double[count];
        double[] specific = new double[n];
        for (int i = 0; i < n; i++) {
            specific[i] = covariance[i][i];
        }
        for (int k = 0; k < count; k++) {
            variances[k] = components.variances()[k];
            explained[k] = components.explained()[k];
            double[] loading = components.loadings(k);
            double[] scores = components.scores(k, assetReturns);
            for (int i = 0; i < n; i++) {
                loadings[i][k] = loading[i];
                specific[i] = Math.max(0, specific[i] - loading[i] * loading[i] * variances[k]);
            }
            for (int t = 0; t < scores.length; t++) {
                returns[t][k] = scores[t];
            }
        }
        return new StatisticalFactors(returns, loadings, variances, explained, specific);
    }

    /** F, {@code double[periods][factors]}, each of mean 0. */
    public double[][] factorReturns() {
        return copy(returns);
    }

    /** B, {@code double[assets][factors]}. */
    public double[][] loadings() {
        return copy(loadings);
    }

    /** Variances of the factors per period, descending. */
    public double[] variances() {
        return variances.clone();
    }

    /** Share of all assets' variance that each factor explains, descending. */
    public double[] explained() {
        return explained.clone();
    }

    /** Variance per period of each asset that the factors do not explain. */
    public double[] specificVariances() {
        return specific.clone();
    }

    /**
     * The covariance the model implies, B diag(variances) B' with the assets' own variances on the diagonal: smoother than
     * the sample's, as assets covary only through the factors.
     */
    public double[][] covariance() {
        int n = loadings.length;
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            covariance[i][i] = specific[i];
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < variances.length; k++) {
                    covariance[i][j] += loadings[i][k] * variances[k] * loadings[j][k];
                }
            }
        }
        return covariance;
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
