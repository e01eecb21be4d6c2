package io.riskwatch.portfolio.analysis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a worker says of a job, as the worker's contract has it; what else it carries is ignored.
 *
 * @param retryAfterSeconds how long the job waits, at most, before it is tried again
 * @param startedAt when the run that ends began: of a short one that is not said before
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AnalysisEvent(
        int schemaVersion,
        String type,
        UUID analysisId,
        UUID organisationId,
        int attempt,
        Instant occurredAt,
        @Nullable Integer percent,
        @Nullable Long etaSeconds,
        @Nullable String resultHash,
        @Nullable Instant startedAt,
        @Nullable Long retryAfterSeconds,
        @Nullable JsonNode problem) {

    AnalysisEvent {
        if (schemaVersion != 1 || attempt < 1) {
            throw new IllegalArgumentException("not an event this service understands");
        }
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(analysisId, "analysisId");
        Objects.requireNonNull(organisationId, "organisationId");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }
}
