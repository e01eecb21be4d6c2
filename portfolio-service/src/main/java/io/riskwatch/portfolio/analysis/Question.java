package io.riskwatch.portfolio.analysis;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A question that has been checked and whose holdings are frozen.
 *
 * @param portfolioId whose holdings they are, when they are a portfolio's
 * @param recomputes the analysis whose result is computed again
 * @param scheduleId the schedule that asks, when nobody does
 * @param window the days to look at, where they are not for the worker to find
 */
record Question(
        String kind,
        @Nullable UUID portfolioId,
        @Nullable UUID recomputes,
        @Nullable UUID scheduleId,
        AnalysisJob.Subject subject,
        AnalysisJob.@Nullable Window window,
        JsonNode parameters) {

    AnalysisJob job(int schemaVersion, UUID id, UUID organisationId, Instant requestedAt) {
        return new AnalysisJob(
                schemaVersion,
                id,
                organisationId,
                kind,
                requestedAt,
                subject.baseCurrency(),
                subject.holdings(),
                subject.cash(),
                subject.data(),
                subject.weights(),
                subject.cashWeight(),
                subject.value(),
                window,
                parameters);
    }
}
