package io.riskwatch.portfolio.access.deletion;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finishes deletions: at once after they were asked for, and again, at growing intervals, while something it needs is away. */
@Component
class DeletionWorker {

    private static final Logger log = LoggerFactory.getLogger(DeletionWorker.class);

    /** Longer than the rows of the largest organisation take. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final int MOST_DOUBLINGS = 8;

    private final PendingDeletions pending;
    private final DeletionSteps steps;
    private final AtomicInteger wishes = new AtomicInteger();

    DeletionWorker(PendingDeletions pending, DeletionSteps steps) {
        this.pending = pending;
        this.steps = steps;
    }

    /** On a thread of its own; who comes while it works is served by it. */
    void wake() {
        if (wishes.getAndIncrement() == 0) {
            Thread.ofVirtual().name("account-deletions").start(this::workOff);
        }
    }

    private void workOff() {
        int seen = wishes.get();
        while (seen > 0) {
            try {
                workOnAll();
            } catch (RuntimeException e) { // the schedule comes again
                log.warn("event=account-deletions-postponed reason=\"{}\"", e.toString());
            }
            seen = wishes.addAndGet(-seen);
        }
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT20S")
    void workOnAll() {
        Optional<AccountDeletion> next = pending.take(LEASE);
        while (next.isPresent()) {
            work(next.get());
            next = pending.take(LEASE);
        }
    }

    private void work(AccountDeletion deletion) {
        try {
            steps.of(deletion).forEach(Runnable::run);
            log.info("event=account-deleted user={} attempts={}", deletion.userId(), deletion.attempts());
        } catch (RuntimeException e) {
            Duration pause = Duration.ofSeconds(1L << Math.min(MOST_DOUBLINGS, deletion.attempts()));
            log.warn(
                    "event=account-deletion-postponed user={} pause={} reason=\"{}\"",
                    deletion.userId(),
                    pause,
                    e.toString());
            pending.postpone(deletion.userId(), pause, e.getClass().getName());
        }
    }
}
