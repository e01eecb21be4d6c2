package io.riskwatch.portfolio.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the owner's browser is told. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnalysisChanged(
        String type,
        UUID analysisId,
        String kind,
        @Nullable UUID portfolioId,
        AnalysisState state,
        int percent,
        @Nullable Long etaSeconds,
        @Nullable JsonNode problem) {

    static AnalysisChanged of(String type, Analysis analysis) {
        return new AnalysisChanged(
                type,
                analysis.id(),
                analysis.kind(),
                analysis.portfolioId(),
                analysis.state(),
                analysis.percent(),
                analysis.etaSeconds(),
                analysis.problem());
    }

    static AnalysisChanged of(String type, Followed analysis) {
        return new AnalysisChanged(
                type,
                analysis.id(),
                analysis.kind(),
                analysis.portfolioId(),
                analysis.state(),
                analysis.percent(),
                analysis.etaSeconds(),
                analysis.problem());
    }
}
