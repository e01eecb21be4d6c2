package io.riskwatch.analytics.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which run of which job.
 *
 * @param attempt 1 for the first delivery, and one more for each later one
 * @param startedAt when it began; absent where there is nothing to run
 */
public record JobRun(
        UUID analysisId,
        UUID organisationId,
        String kind,
        int attempt,
        @Nullable Instant startedAt) {

    public JobRun(UUID analysisId, UUID organisationId, String kind, int attempt) {
        this(analysisId, organisationId, kind, attempt, null);
    }
}
