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
        @Nullable Integer percent,
        @Nullable Long etaSeconds,
        @Nullable String resultHash,
        @Nullable JobProblem problem) {}
