package io.riskwatch.portfolio.analysis;

import io.riskwatch.service.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the outbox send the jobs whose turn it is, and no more than the window: the rest waits here, where it can be ordered
 * and cancelled. One thread looks, at once when nothing was to do lately, else not more often than every {@link #GAP}: a look takes
 * all there is, so that fewer looks cost less and delay nothing that can be felt.
 */
@Component
class ReleaseScheduler implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ReleaseScheduler.class);

    private static final Duration GAP = Duration.ofMillis(20);
    private static final Duration LOST_AFTER = Duration.ofMinutes(10);

    private final AnalysisQueue queue;
    private final Outbox outbox;
    private final WorkerCapacity workers;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("analysis-release").factory());
    private volatile long lastLook = System.nanoTime() - GAP.toNanos();

    ReleaseScheduler(
            AnalysisQueue queue,
            Outbox outbox,
            WorkerCapacity workers,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.queue = queue;
        this.outbox = outbox;
        this.workers = workers;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Looks soon whether there is something to release; many calls are one look. */
    @Scheduled(fixedDelay = 1_000)
    void wake() {
        if (pending.compareAndSet(false, true)) {
            long wait = Math.max(0, lastLook + GAP.toNanos() - System.nanoTime());
            CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, thread)
                    .execute(this::look);
        }
    }

    /** As {@link #wake}, when the current transaction has been committed. */
    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    private void look() {
        lastLook = System.nanoTime();
        pending.set(false);
        try {
            transaction.executeWithoutResult(status -> outbox.release(queue.releaseNext(workers::window)));
        } catch (DataAccessException | TransactionException e) {
            log.warn("event=release-postponed reason=\"{}\"", e.getMessage());
        } catch (RuntimeException e) {
            log.error("event=release-failed", e); // nobody else would hear of it; the next look is within a second
        }
    }

    /**
     * Sends again the jobs that were sent long ago and never began: the broker may have lost them with their queue. A job
     * that only waits there comes twice, and its result is stored once.
     */
    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void sweep() {
        try {
            transaction.executeWithoutResult(status -> {
                queue.forgetPastTurns();
                Instant before = clock.instant().minus(LOST_AFTER);
                int again = outbox.resend(queue.releasedAndNotBegun(before), before);
                if (again > 0) {
                    log.warn("event=jobs-sent-again count={}", again);
                }
            });
        } catch (DataAccessException | TransactionException e) {
            log.warn("event=sweep-postponed reason=\"{}\"", e.getMessage());
        }
    }

    @Override
    public void destroy() {
        thread.shutdown();
    }
}
