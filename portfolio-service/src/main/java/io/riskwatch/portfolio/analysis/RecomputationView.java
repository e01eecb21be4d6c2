package io.riskwatch.portfolio.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether computing again gave the same.
 *
 * @param sameResult whether both documents have the same {@code resultHash}; absent until there are two
 * @param differences what is not as it was then, and what follows from it; empty when nothing differs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecomputationView(
        UUID analysisId,
        AnalysisState state,
        @Nullable Boolean sameResult,
        @Nullable Run then,
        @Nullable Run now,
        List<Difference> differences) {

    /** One of the two results: what identifies it, and where it lies. */
    @Schema(name = "RecomputedRun")
    record Run(UUID analysisId, String result, ResultProvenance provenance) {
        static Run of(UUID analysisId, ResultProvenance provenance) {
            return new Run(analysisId, "/api/v1/analyses/" + analysisId + "/result", provenance);
        }
    }

    /** A member of the provenance that differs. */
    @Schema(name = "RecomputationDifference")
    record Difference(String field, String explanation) {}

    static RecomputationView unfinished(Analysis analysis) {
        return new RecomputationView(analysis.id(), analysis.state(), null, null, null, List.of());
    }

    static RecomputationView of(Analysis analysis, Run then, Run now) {
        boolean same = then.provenance().resultHash().equals(now.provenance().resultHash());
        List<Difference> differences = differences(then.provenance(), now.provenance());
        if (!same && differences.isEmpty()) {
            differences = List.of(
                    new Difference(
                            "resultHash",
                            "Inputs, seed and engine are those of then and the figures are not: this is a defect of Riskwatch."));
        }
        return new RecomputationView(analysis.id(), analysis.state(), same, then, now, differences);
    }

    private static List<Difference> differences(ResultProvenance then, ResultProvenance now) {
        List<Difference> all = new ArrayList<>();
        add(all, "from", then.from(), now.from(), "The first day with a price for everything is another one.");
        add(all, "to", then.to(), now.to(), "The last day with a price for everything is another one.");
        add(
                all,
                "inputsHash",
                then.inputsHash(),
                now.inputsHash(),
                "The holdings and parameters are those of then, the prices are not: some were revised since.");
        add(all, "seed", then.seed(), now.seed(), "The seed follows from the inputs, so that other paths are drawn.");
        add(
                all,
                "engineVersion",
                then.engineVersion(),
                now.engineVersion(),
                "The engine was version " + then.engineVersion() + " and is " + now.engineVersion()
                        + ": figures are promised to be the same within one version.");
        add(
                all,
                "kernel",
                then.kernel(),
                now.kernel(),
                "The processor's kernel was " + then.kernel() + " and is " + now.kernel()
                        + ": figures agree within the tolerance, not to the last digit.");
        return List.copyOf(all);
    }

    private static void add(List<Difference> all, String field, Object then, Object now, String explanation) {
        if (!Objects.equals(then, now)) {
            all.add(new Difference(field, explanation));
        }
    }
}
