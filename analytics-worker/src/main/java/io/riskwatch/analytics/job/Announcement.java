package io.riskwatch.analytics.job;

import io.riskwatch.analytics.event.AnalysisEvents;
import io.riskwatch.analytics.event.JobRun;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Says that a run has begun, unless it is over so soon that its end says that too: most analyses take milliseconds, and one message
 * less for each spares the broker, the database and the browsers as much work again as the end itself.
 */
final class Announcement {

    private static final Duration SOON = Duration.ofMillis(100);

    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private Announcement() {}

    private static ScheduledThreadPoolExecutor timer() {
        var timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("job-announcements").daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** Does the work of the run and announces it when it takes its time. */
    static <T> T during(JobRun run, AnalysisEvents events, Supplier<T> work) {
        ScheduledFuture<?> saying = TIMER.schedule(() -> events.started(run), SOON.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return work.get();
        } finally {
            saying.cancel(false);
        }
    }
}
