package io.riskwatch.analytics.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riskwatch.analytics.report.Inputs;
import io.riskwatch.analytics.report.Provenance;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result document of kinds monte-carlo and goal, as {@code contract/result} says; money in the base currency. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FutureResult(
        int schemaVersion,
        String kind,
        Provenance provenance,
        List<String> assumptions,
        List<String> sentences,
        Inputs inputs,
        FutureModel model,
        int paths,
        int years,
        Trend trend,
        double paidIn,
        Fan fan,
        Terminal terminal,
        Chance goalProbability,
        double target,
        Chance lossProbability,
        Chance ruinProbability,
        @Nullable NeededContribution neededContribution) {

    /** Values not exceeded in a share of the futures, date by date; keys p5, p25, p50, p75, p95. */
    @SuppressWarnings("ArrayRecordComponent") // written as JSON, never compared
    record Fan(List<LocalDate> dates, Map<String, double[]> percentiles) {}

    /** The end: mean with the standard error of the simulation, spread, and values not exceeded in a share of the futures. */
    record Terminal(
            double mean,
            double standardError,
            double standardDeviation,
            double median,
            double meanOfWorst5Percent,
            Map<String, Double> percentiles) {}

    /** A simulated probability; the standard error is that of the simulation. */
    record Chance(double value, double standardError) {
        static Chance of(long count, int paths) {
            double p = (double) count / paths;
            return new Chance(p, Math.sqrt(p * (1 - p) / paths));
        }
    }

    /** What has to be put in each month so that the target is reached with this probability. */
    record NeededContribution(double probability, double monthly) {}
}
