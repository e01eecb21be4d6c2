package io.riskwatch.analytics.risk;

import io.riskwatch.analytics.exposure.Exposure;
import io.riskwatch.quant.risk.MeanAssumption;
import java.util.ArrayList;
import java.util.List;

/** What was taken for granted, said beside the figures. */
final class Assumptions {

    private Assumptions() {}

    static List<String> of(Exposure exposure, RiskParameters parameters, boolean correlationTruncated) {
        List<String> all = new ArrayList<>();
        all.add(
                "Today's weights are applied to every past day (simple daily returns, constant weights), so the figures are"
                        + " about what is held now.");
        all.add("The past " + exposure.observations() + " daily returns from " + exposure.firstDay() + " to "
                + exposure.lastDay() + " stand for the future.");
        if (exposure.droppedDates() > 0) {
            all.add(exposure.droppedDates() + (exposure.droppedDates() == 1 ? " day was" : " days were")
                    + " left out because something had no price on them.");
        }
        if (!exposure.leftOut().isEmpty()) {
            all.add("Left out for want of price history: " + String.join(", ", exposure.leftOut()) + ".");
        }
        if (parameters.methods().contains(RiskMethod.HISTORICAL)) {
            all.add("Historical value at risk is the type "
                    + parameters.quantileType()
                    + " quantile of the returns; expected shortfall is the mean beyond it with the atom split.");
        }
        if (parameters.methods().contains(RiskMethod.NORMAL)) {
            all.add("The normal method takes the returns to be normally distributed with "
                    + (parameters.mean() == MeanAssumption.ZERO ? "mean zero." : "the sample's mean."));
        }
        if (parameters.horizonDays().stream().anyMatch(h -> h > 1)) {
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
}
