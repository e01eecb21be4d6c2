package io.riskwatch.analytics.leverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riskwatch.analytics.report.Inputs;
import io.riskwatch.analytics.report.Provenance;
import java.util.List;

/** The result document of kind leverage, as {@code contract/result} says; money in the base currency. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LeverageResult(
        int schemaVersion,
        String kind,
        Provenance provenance,
        List<String> assumptions,
        List<String> sentences,
        Inputs inputs,
        double drift,
        double volatility,
        int paths,
        Borrowed asked,
        List<Borrowed> grid) {

    /**
     * What a leverage means.
     *
     * @param leverage invested over own money
     * @param invested in money
     * @param loan in money
     * @param distanceToCall by how much what is invested may fall before a call: a fraction; 1 without a loan, below 0 in a call
     * @param callBelow what is invested is then worth, in money
     * @param interestPerYear in money
     * @param breakEven annual return of what is invested that pays the interest
     * @param withinInitialMargin whether one may borrow so much today
     * @param callShare share of simulated years with a call
     * @param ruinShare share of simulated years that end with less than nothing
     */
    record Borrowed(
            double leverage,
            double invested,
            double loan,
            double distanceToCall,
            double callBelow,
            double interestPerYear,
            double breakEven,
            boolean withinInitialMargin,
            Chance callShare,
            Chance ruinShare,
            OwnMoney afterAYear) {}

    /** A simulated probability; the standard error is that of the simulation. */
    record Chance(double value, double standardError) {
        static Chance of(long count, int paths) {
            double p = (double) count / paths;
            return new Chance(p, Math.sqrt(p * (1 - p) / paths));
        }
    }

    /** Own money after a year that is held through, in money: not exceeded in 5, 50 and 95 of 100 years. */
    record OwnMoney(double p5, double p50, double p95) {}
}
