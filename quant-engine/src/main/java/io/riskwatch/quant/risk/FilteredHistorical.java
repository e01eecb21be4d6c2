package io.riskwatch.quant.risk;

import io.riskwatch.quant.Arguments;
import io.riskwatch.quant.random.Philox4x32;
import io.riskwatch.quant.random.Variates;

/**
 * History rescaled to today's volatility (filtered historical simulation): what past surprises would mean now.
 *
 * <p>Residuals z_t = (r_t - mu) / sqrt(h_t) of a fitted {@link Garch} keep the shape of the past; multiplied by the
 * forecast volatility they become scenarios for the next period. Over several periods, residuals are drawn with
 * replacement and the variance follows each path; the scenario is the compounded simple return.
 *
 * <p>Source: G. Barone-Adesi, K. Giannopoulos and L. Vosper, "VaR without correlations for portfolios of derivative
 * securities", Journal of Futures Markets 19 (1999).
 */
public final class FilteredHistorical {
    private FilteredHistorical() {}

    /** Scenarios for the next period, one per past return, mean as fitted. */
    public static double[] scenarios(Garch model, double[] returns) {
        double[] variances = model.variances(returns);
        double[] scenarios = residuals(model, returns, variances);
        double volatility = Math.sqrt(variances[returns.length]);
        for (int t = 0; t < scenarios.length; t++) {
            scenarios[t] = model.mean() + volatility * scenarios[t];
        }
        return scenarios;
    }

    /**
     * Scenarios for the compounded return of the next h periods.
     *
     * <p>Path k draws from stream k of a {@link Philox4x32} under the seed, so the answer does not depend on the order in
     * which paths are run. A period's simulated return is floored at -1.
     *
     * @param paths number of scenarios, at least 1
     */
    public static double[] scenarios(Garch model, double[] returns, int horizonPeriods, int paths, long seed) {
        Arguments.atLeast("horizonPeriods", horizonPeriods, 1);
        Arguments.atLeast("paths", paths, 1);
        double[] variances = model.variances(returns);
        double[] residuals = residuals(model, returns, variances);
        double[] scenarios = new double[paths];
        for (int path = 0; path < paths; path++) {
            Philox4x32 random = new Philox4x32(seed, path);
            double variance = variances[returns.length];
            double wealth = 1;
            for (int step = 0; step < horizonPeriods; step++) {
                double shock = residuals[(int) (Variates.uniform(random) * residuals.length)] * Math.sqrt(variance);
                wealth *= Math.max(0, 1 + model.mean() + shock);
                variance = model.update(variance, shock);
            }
            scenarios[path] = wealth - 1;
        }
        return scenarios;
    }

    private static double[] residuals(Garch model, double[] returns, double[] variances) {
        double[] residuals = new double[returns.length];
        for (int t = 0; t < returns.length; t++) {
            residuals[t] = (returns[t] - model.mean()) / Math.sqrt(variances[t]);
        }
        return residuals;
    }
}
