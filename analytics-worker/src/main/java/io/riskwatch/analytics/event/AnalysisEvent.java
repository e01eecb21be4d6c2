package io.riskwatch.analytics.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said on {@code analysis.events}; {@code contract/event/} has a schema per type, which says what each type carries.
 *
 * @param type also the routing key
 * @param attempt which run of the job speaks
 * @param startedAt when the run began that ends or is postponed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnalysisEvent(
        int schemaVersion,
        String type,
        UUID analysisId,
        UUID organisationId,
        String kind,
        int attempt,
        Instant occurredAt,
        @Nullable Instant startedAt,
        @Nullable Integer percent,
        @Nullable Long etaSeconds,
        @Nullable Long retryAfterSeconds,
        @Nullable String resultHash,
        @Nullable JobProblem problem) {

    /** The same of an earlier moment. */
    AnalysisEvent at(Instant moment) {
        return new AnalysisEvent(
                schemaVersion,
                type,
                analysisId,
                organisationId,
                kind,
                attempt,
                moment,
                startedAt,
                percent,
                etaSeconds,
                retryAfterSeconds,
                resultHash,
                problem);
    }
}
