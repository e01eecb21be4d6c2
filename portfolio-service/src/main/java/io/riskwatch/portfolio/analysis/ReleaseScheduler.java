package io.riskwatch.portfolio.analysis;

import io.riskwatch.service.outbox.Outbox;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the outbox send the jobs whose turn it is, and no more than the window: the rest waits here, where it can be ordered
 * and cancelled.
 */
@Component
class ReleaseScheduler {

    private static final Logger log = LoggerFactory.getLogger(ReleaseScheduler.class);

    private final AnalysisQueue queue;
    private final Outbox outbox;
    private final AnalysisSettings settings;
    private final TransactionTemplate transaction;
    private final AtomicBoolean pending = new AtomicBoolean();

    ReleaseScheduler(
            AnalysisQueue queue, Outbox outbox, AnalysisSettings settings, PlatformTransactionManager transactions) {
        this.queue = queue;
        this.outbox = outbox;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Looks soon whether there is something to release; many calls are one look. */
    void wake() {
        if (pending.compareAndSet(false, true)) {
            Thread.ofVirtual().name("analysis-release").start(() -> {
                pending.set(false);
                release();
            });
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void release() {
        try {
            transaction.executeWithoutResult(status -> {
                List<UUID> messages = queue.releaseNext(settings.window());
                outbox.release(messages);
            });
        } catch (DataAccessException | TransactionException e) {
            log.warn("event=release-postponed reason=\"{}\"", e.getMessage());
        }
    }
}
