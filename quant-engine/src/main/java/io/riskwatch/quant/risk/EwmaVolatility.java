package io.riskwatch.quant.risk;

import io.riskwatch.quant.Arguments;

/**
 * Volatility that remembers yesterday better than last year: squared returns weighted by powers of lambda.
 *
 * <p>Weight of a return k periods ago is proportional to lambda^k; the mean is taken as zero. RiskMetrics uses lambda 0.94
 * for days and 0.97 for months. The figure is the forecast for the next period, in the unit of the returns.
 *
 * <p>Source: J.P. Morgan/Reuters, "RiskMetrics Technical Document" (1996) sec. 5.2.
 */
public final class EwmaVolatility {
    /** RiskMetrics' decay for daily returns. */
    public static final double DAILY_LAMBDA = 0.94;

    /** How the weights of a finite window are brought to one. */
    public enum Weighting {
        /** Weights divided by their sum: the default. */
        NORMALISED,
        /** Weights (1 - lambda) lambda^k as they are; what lies before the window counts as zero. */
        TRUNCATED,
        /** The recursion v = lambda v + (1 - lambda) r^2, started at the square of the first return. */
        RECURSIVE
    }

    private EwmaVolatility() {}

    /** The forecast with normalised weights. */
    public static double of(double[] returns, double lambda) {
        return of(returns, lambda, Weighting.NORMALISED);
    }

    /**
     * The forecast for the period after the last return.
     *
     * @param returns at least one, oldest first
     * @param lambda decay in (0, 1)
     */
    public static double of(double[] returns, double lambda, Weighting weighting) {
        Arguments.series("returns", returns, 1);
        Arguments.between("lambda", lambda, 0, 1);
        double variance = weighting == Weighting.RECURSIVE ? returns[0] * returns[0] : 0;
        for (int t = weighting == Weighting.RECURSIVE ? 1 : 0; t < returns.length; t++) {
            variance = update(variance, returns[t], lambda);
        }
        return Math.sqrt(
                weighting == Weighting.NORMALISED ? variance / (1 - Math.pow(lambda, returns.length)) : variance);
    }

    /**
     * The forecast of each of many series, equal to the last bit to {@link #of(double[], double, Weighting)} of its column.
     *
     * @param returns {@code double[periods][series]}, oldest first
     * @param lambda decay in (0, 1)
     */
    public static double[] ofEach(double[][] returns, double lambda, Weighting weighting) {
        Arguments.matrix("returns", returns, 1);
        Arguments.between("lambda", lambda, 0, 1);
        double[] variances = new double[returns[0].length];
        boolean recursive = weighting == Weighting.RECURSIVE;
        for (int s = 0; recursive && s < variances.length; s++) {
            variances[s] = returns[0][s] * returns[0][s];
        }
        for (int t = recursive ? 1 : 0; t < returns.length; t++) {
            updateEach(variances, returns[t], lambda);
        }
        double weights = weighting == Weighting.NORMALISED ? 1 - Math.pow(lambda, returns.length) : 1;
        for (int s = 0; s < variances.length; s++) {
            variances[s] = Math.sqrt(variances[s] / weights);
        }
        return variances;
    }

    private static void updateEach(double[] variances, double[] latestReturns, double lambda) {
        for (int s = 0; s < variances.length; s++) {
            variances[s] = update(variances[s], latestReturns[s], lambda);
        }
    }

    /** The next variance after one more return: lambda v + (1 - lambda) r^2. An inner loop's step: arguments are not checked. */
    public static double update(double variance, double latestReturn, double lambda) {
        return lambda * variance + (1 - lambda) * latestReturn * latestReturn;
    }

    /**
     * How many periods matter: after this many, only {@code remainder} of the weight lies further back, ln(remainder) /
     * ln(lambda).
     *
     * @param remainder in (0, 1), e.g. 0.01 for the periods that carry 99 % of the weight
     */
    public static double effectivePeriods(double lambda, double remainder) {
        Arguments.between("lambda", lambda, 0, 1);
        Arguments.between("remainder", remainder, 0, 1);
        return Math.log(remainder) / Math.log(lambda);
    }
}
