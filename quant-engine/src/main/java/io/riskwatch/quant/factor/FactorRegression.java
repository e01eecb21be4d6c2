package io.riskwatch.quant.factor;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.stat.LinearRegression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What drives a portfolio: its returns explained by those of factors, r_t = alpha + sum of beta_k f_tk + e_t.
 *
 * <p>Returns and factors are of the same periods, decimals, in excess of the riskless rate where the factors are. Least
 * squares by QR ({@link LinearRegression}); standard errors are classical or Newey and West's. Refused: fewer than k + 2
 * observations, factors that follow from each other or never vary; t statistics are undefined where the fit is exact. Cost
 * O(T k^2).
 *
 * <p>Sources: E. Fama and K. French, "Common risk factors in the returns on stocks and bonds" (1993); W. Newey and K. West,
 * Econometrica 55 (1987).
 */
public final class FactorRegression {
    private final LinearRegression regression;
    private final List<Exposure> exposures;

    private FactorRegression(LinearRegression regression, double[] errors) {
        this.regression = regression;
        double[] values = regression.coefficients();
        double[] t = regression.tStatistics(errors);
        double[] p = regression.pValues(errors);
        List<Exposure> all = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            all.add(new Exposure(values[k], errors[k], t[k], p[k]));
        }
        this.exposures = List.copyOf(all);
    }

    /**
     * With classical standard errors, right for independent residuals of one variance.
     *
     * @param returns one per period
     * @param factors {@code double[periods][factors]}
     */
    public static FactorRegression of(double[] returns, double[][] factors) {
        LinearRegression regression = LinearRegression.of(returns, factors);
        return new FactorRegression(regression, regression.standardErrors());
    }

    /**
     * With Newey and West's standard errors, right also for residuals that are autocorrelated or of changing variance.
     *
     * @param lags 0 (White's) to periods - 1; {@link LinearRegression#advisedLags} is customary
     */
    public static FactorRegression neweyWest(double[] returns, double[][] factors, int lags) {
        LinearRegression regression = LinearRegression.of(returns, factors);
        return new FactorRegression(regression, regression.neweyWestErrors(lags));
    }

    /**
     * One classical regression for every window of consecutive periods, oldest first: the first ends at period window - 1.
     *
     * @param window periods per regression, at least factors + 2, at most all
     */
    public static List<FactorRegression> rolling(double[] returns, double[][] factors, int window) {
        Arguments.sameLength("returns", returns.length, "factors", factors.length);
        Arguments.matrix("factors", factors, 1);
        Arguments.within("window", window, factors[0].length + 2, returns.length);
        List<FactorRegression> windows = new ArrayList<>();
        for (int end = window; end <= returns.length; end++) {
            windows.add(
                    of(Arrays.copyOfRange(returns, end - window, end), Arrays.copyOfRange(factors, end - window, end)));
        }
        return List.copyOf(windows);
    }

    /** The return per period that no factor explains. */
    public Exposure alpha() {
        return exposures.getFirst();
    }

    /** One per factor, in the factors' order. */
    public List<Exposure> loadings() {
        return exposures.subList(1, exposures.size());
    }

    /** Share of the returns' variance that the factors explain, in [0, 1]. */
    public double rSquared() {
        return regression.rSquared();
    }

    /** R^2 less what as many factors explain by chance. */
    public double adjustedRSquared() {
        return regression.adjustedRSquared();
    }

    /** Volatility per period of what is left, with T - k - 1 in the denominator. */
    public double specificVolatility() {
        return regression.residualStandardDeviation();
    }

    /** The returns less alpha and the factors' part, one per period. */
    public double[] residuals() {
        return regression.residuals();
    }
}
