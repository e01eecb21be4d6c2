package io.riskwatch.portfolio.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An analysis as its owner sees it.
 *
 * @param recomputes the analysis whose result this one computes again; {@code /recomputation} says whether it is the same
 * @param scheduleId the schedule that asked for it, when nobody did
 * @param etaSeconds about how long it still takes, waiting included
 * @param queuePosition 1 = next; only while it is queued
 * @param problem why there is no result, when it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnalysisView(
        UUID id,
        String kind,
        @Nullable UUID portfolioId,
        @Nullable UUID recomputes,
        @Nullable UUID scheduleId,
        AnalysisState state,
        int percent,
        @Nullable Long etaSeconds,
        @Nullable Integer queuePosition,
        boolean cancelRequested,
        @Schema(implementation = Object.class) @Nullable JsonNode problem,
        @Nullable String resultHash,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static AnalysisView of(Analysis analysis, @Nullable Waiting waiting) {
        return new AnalysisView(
                analysis.id(),
                analysis.kind(),
                analysis.portfolioId(),
                analysis.recomputes(),
                analysis.scheduleId(),
                analysis.state(),
                analysis.percent(),
                waiting == null ? analysis.etaSeconds() : (Long) waiting.etaSeconds(),
                waiting == null ? null : (Integer) waiting.position(),
                analysis.cancelRequested(),
                analysis.problem(),
                analysis.resultHash(),
                analysis.requestedAt(),
                analysis.startedAt(),
                analysis.finishedAt());
    }
}
