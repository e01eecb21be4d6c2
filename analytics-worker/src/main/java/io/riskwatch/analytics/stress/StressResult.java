package io.riskwatch.analytics.stress;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riskwatch.analytics.report.Inputs;
import io.riskwatch.analytics.report.Provenance;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result document of kind stress, as {@code contract/result} says; losses positive, shocks simple returns. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StressResult(
        int schemaVersion,
        String kind,
        Provenance provenance,
        List<String> assumptions,
        List<String> sentences,
        Inputs inputs,
        List<Scenario> scenarios,
        Reverse reverse,
        List<Classified> classes,
        Map<String, String> absent) {

    enum Type {
        HISTORICAL,
        SHOCK
    }

    /** Where the shock of a holding comes from. */
    enum Source {
        /** Its own prices at the time. */
        OWN_HISTORY,
        /** What its class did. */
        CLASS,
        /** The caller. */
        ASKED,
        /** Nothing is known: taken as unchanged. */
        UNCHANGED
    }

    /** One scenario with its holdings by the size of their loss. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scenario(
            String id,
            String name,
            Type type,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Loss loss,
            List<HoldingLoss> holdings,
            double others) {}

    record Loss(double fraction, double amount) {}

    /**
     * One holding's part.
     *
     * @param loss share of the whole value
     * @param proxy what stood for it, where it was not its own history
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HoldingLoss(
            String symbol,
            double shock,
            double loss,
            double amount,
            Source source,
            @Nullable String proxy) {}

    /**
     * What would lose a given part.
     *
     * @param equityMove fall of equities that would do it, the other holdings following by their betas; absent where it would not
     * @param distance of the likeliest way, in standard deviations of a month
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reverse(
            Loss loss,
            @Nullable Double equityMove,
            String biggestContributor,
            double distance,
            List<HoldingLoss> holdings) {}

    record Classified(String symbol, StressClass assetClass, String region, boolean guessed, double duration) {}
}
