package io.riskwatch.analytics.risk;

import io.riskwatch.analytics.exposure.Exposure;
import io.riskwatch.analytics.report.Basis;
import io.riskwatch.quant.risk.EwmaVolatility;
import io.riskwatch.quant.risk.MeanAssumption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What was taken for granted, said beside the figures. */
final class Assumptions {

    private static final Set<RiskMethod> SIMULATED_BEYOND_A_DAY =
            Set.of(RiskMethod.GARCH, RiskMethod.FILTERED_HISTORICAL, RiskMethod.MONTE_CARLO);

    private Assumptions() {}

    static List<String> of(Basis basis, RiskParameters parameters, boolean correlationTruncated) {
        Exposure exposure = basis.exposure();
        List<String> all = basis.assumptions();
        if (parameters.methods().contains(RiskMethod.HISTORICAL)) {
            all.add("Historical value at risk is the type "
                    + parameters.quantileType()
                    + " quantile of the returns; expected shortfall is the mean beyond it with the atom split.");
        }
        if (parameters.methods().contains(RiskMethod.NORMAL)) {
            all.add("The normal method takes the returns to be normally distributed with "
                    + (parameters.mean() == MeanAssumption.ZERO ? "mean zero." : "the sample's mean."));
        }
        all.addAll(ofLaterMethods(parameters));
        if (parameters.horizonDays().stream().anyMatch(h -> h > 1)
                && !SIMULATED_BEYOND_A_DAY.containsAll(parameters.methods())) {
            all.add("Horizons above one day are one-day figures times the square root of the days (flag SCALED): an"
                    + " approximation.");
        }
        all.add("Covariance divides by n - 1 and is annualised by 252 trading days; the risk-free rate is "
                + parameters.riskFree() + " a year. Cash in the base currency earns nothing.");
        if (correlationTruncated) {
            all.add("The correlation table shows the 100 largest holdings.");
        }
        if (exposure.simulated()) {
            all.add("Prices are simulated: the exchange and its companies are fictional.");
        }
        return all;
    }

    private static List<String> ofLaterMethods(RiskParameters parameters) {
        List<String> all = new ArrayList<>();
        if (parameters.methods().contains(RiskMethod.CORNISH_FISHER)) {
            all.add("Cornish-Fisher bends the normal quantile by the sample's skewness and kurtosis; flag"
                    + " OUT_OF_DOMAIN where they are too large for the expansion.");
        }
        if (parameters.methods().contains(RiskMethod.EWMA)) {
            all.add("EWMA is the normal method with mean zero and a volatility in which each day counts "
                    + EwmaVolatility.DAILY_LAMBDA + " times the next (RiskMetrics).");
        }
        if (parameters.methods().contains(RiskMethod.GARCH)) {
            all.add("GARCH(1,1) is fitted by maximum likelihood with normal surprises; " + simulated(parameters));
        }
        if (parameters.methods().contains(RiskMethod.FILTERED_HISTORICAL)) {
            all.add("Filtered historical rescales past surprises of the fitted GARCH to today's volatility, its mean"
                    + " included; " + simulated(parameters));
        }
        if (parameters.methods().contains(RiskMethod.MONTE_CARLO)) {
            all.add("Monte Carlo draws " + parameters.paths() + " paths of normal daily returns with the window's"
                    + " volatility; the standard error is that of the simulation.");
        }
        return all;
    }

    private static String simulated(RiskParameters parameters) {
        return "horizons above one day are simulated by " + parameters.paths() + " paths.";
    }
}
