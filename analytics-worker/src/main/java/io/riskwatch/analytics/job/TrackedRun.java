package io.riskwatch.analytics.job;

import io.riskwatch.analytics.analysis.CancelledException;
import io.riskwatch.analytics.analysis.ResultArray;
import io.riskwatch.analytics.analysis.Run;
import io.riskwatch.analytics.control.Cancellations;
import io.riskwatch.analytics.event.AnalysisEvents;
import io.riskwatch.analytics.event.JobRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A run that tells its progress, not too often, and stops when the owner cancels or its time is over. One thread at a time. */
final class TrackedRun implements Run {

    private final JobRun job;
    private final AnalysisEvents events;
    private final Cancellations cancellations;
    private final LongSupplier nanoTime;
    private final long everyNanos;
    private final Duration deadline;
    private final long begun;
    private final List<ResultArray> arrays = new ArrayList<>();
    private long lastTold;

    TrackedRun(
            JobRun job,
            AnalysisEvents events,
            Cancellations cancellations,
            JobSettings settings,
            LongSupplier nanoTime) {
        this.job = job;
        this.events = events;
        this.cancellations = cancellations;
        this.nanoTime = nanoTime;
        this.everyNanos = settings.progressEvery().toNanos();
        this.deadline = settings.deadline();
        this.begun = nanoTime.getAsLong();
        this.lastTold = begun;
    }

    @Override
    public void reached(int percent) {
        if (cancellations.heard(job.analysisId())) {
            throw new CancelledException();
        }
        long now = nanoTime.getAsLong();
        if (now - begun > deadline.toNanos()) {
            throw new OverdueException(deadline);
        }
        if (now - lastTold >= everyNanos) {
            lastTold = now;
            events.progress(job, percent, etaSeconds(percent, now));
        }
    }

    @Override
    public void keep(ResultArray array) {
        arrays.add(array);
    }

    List<ResultArray> arrays() {
        return List.copyOf(arrays);
    }

    private @Nullable Long etaSeconds(int percent, long now) {
        if (percent <= 0) {
            return null;
        }
        double remaining = (now - begun) / 1e9 * (100 - percent) / percent;
        return (long) Math.ceil(remaining);
    }
}
