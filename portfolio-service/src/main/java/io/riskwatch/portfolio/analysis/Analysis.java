package io.riskwatch.portfolio.analysis;

import io.riskwatch.service.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A row: one analysis and how it fares. */
record Analysis(
        UUID id,
        String kind,
        @Nullable UUID portfolioId,
        @Nullable UUID recomputes,
        @Nullable UUID scheduleId,
        AnalysisState state,
        int percent,
        @Nullable Long etaSeconds,
        boolean cancelRequested,
        @Nullable JsonNode problem,
        @Nullable String resultHash,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** As it is when it has just been asked for. */
    static Analysis queued(UUID id, Question question, Instant requestedAt) {
        return new Analysis(
                id,
                question.kind(),
                question.portfolioId(),
                question.recomputes(),
                question.scheduleId(),
                AnalysisState.QUEUED,
                0,
                null,
                false,
                null,
                null,
                requestedAt,
                null,
                null);
    }

    /** Itself, or a 409 that says why there is no result. */
    Analysis requireCompleted() {
        if (state != AnalysisState.COMPLETED) {
            throw ProblemException.conflict("There is no result: the analysis is " + state + ".")
                    .with("state", state.name());
        }
        return this;
    }
}
