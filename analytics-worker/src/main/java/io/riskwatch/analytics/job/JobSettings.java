package io.riskwatch.analytics.job;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How jobs are worked on.
 *
 * @param threads jobs computed at once; 0 = one per core
 * @param retryAfter how long at most, and at least half of it, a job waits after its first, second ... failure; one failure
 *     more and it is given up
 * @param deadline the longest a run may take; below the half hour after which a broker takes an unacknowledged job away
 * @param progressEvery the least time between two progress events of a job
 */
@Validated
@ConfigurationProperties("riskwatch.worker.jobs")
record JobSettings(
        @Min(0) @Max(256) @DefaultValue("0") int threads,

        @NotNull @Size(min = 1, max = 9) @DefaultValue({"5s", "45s"})
        List<Duration> retryAfter,

        @NotNull @DefaultValue("20m") Duration deadline,
        @NotNull @DefaultValue("250ms") Duration progressEvery) {

    JobSettings {
        threads = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        retryAfter = List.copyOf(retryAfter);
    }

    /** The failure after which a job is given up. */
    int lastFailure() {
        return retryAfter.size() + 1;
    }
}
