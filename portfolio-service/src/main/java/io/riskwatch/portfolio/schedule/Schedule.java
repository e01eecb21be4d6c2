package io.riskwatch.portfolio.schedule;

import io.riskwatch.portfolio.analysis.AnalysisRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question and when it is asked.
 *
 * @param savedBy who saved it last, on whose behalf it asks
 * @param nextRunAt absent while it is switched off or has paused itself
 * @param refusedInARow how many runs in a row could not be asked for
 * @param pausedBecause why it paused itself
 * @param version counts changes and runs, for {@code ETag}
 */
record Schedule(
        UUID id,
        UUID savedBy,
        String name,
        AnalysisRequest request,
        Timetable timetable,
        @Nullable Instant nextRunAt,
        @Nullable LastRun lastRun,
        @Nullable LastProblem lastProblem,
        int refusedInARow,
        @Nullable String pausedBecause,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** The analysis it asked for last, and when. */
    record LastRun(UUID analysisId, Instant at) {}
}
