package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.holding.LongLedgers.Named;
import io.riskwatch.portfolio.portfolio.PortfolioChanged;
import io.riskwatch.portfolio.transaction.LedgerPart;
import io.riskwatch.portfolio.transaction.LedgerParts;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Plays long ledgers before somebody waits for it: after the start those that were asked about lately, and one that was changed as
 * soon as the changes pause. One ledger at a time.
 */
@Component
class LedgerWarmUp implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(LedgerWarmUp.class);
    private static final int MOST_AFTER_START = 50;
    private static final int MOST_WAITING = 1_000;

    /** Whoever booked asks first himself, most of the time; a replay at the same time would take the kept one from him. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LongLedgers longLedgers;
    private final LedgerParts parts;
    private final Holdings holdings;
    private final HoldingHistories histories;
    private final Set<Named> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ledger-warm-up").daemon().factory());

    LedgerWarmUp(LongLedgers longLedgers, LedgerParts parts, Holdings holdings, HoldingHistories histories) {
        this.longLedgers = longLedgers;
        this.parts = parts;
        this.holdings = holdings;
        this.histories = histories;
    }

    @EventListener(ApplicationReadyEvent.class)
    void afterStart() {
        thread.execute(this::playThoseAskedAboutLately);
    }

    @TransactionalEventListener
    void afterCommit(PortfolioChanged changed) {
        var ledger = new Named(changed.organisationId(), changed.portfolioId());
        if (waiting.size() < MOST_WAITING && waiting.add(ledger)) {
            var _ = thread.schedule(() -> play(ledger), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void playThoseAskedAboutLately() {
        try {
            for (Named ledger : longLedgers.lately(MOST_AFTER_START)) {
                if (!play(ledger)) {
                    longLedgers.forget(ledger);
                }
            }
        } catch (DataAccessException e) {
            log.warn("event=ledgers-not-warmed reason=\"{}\"", e.getMessage());
        }
    }

    /** False where there is no long ledger: it was deleted, or most of it. */
    private boolean play(Named ledger) {
        waiting.remove(ledger);
        try {
            return Tenancy.as(ledger.organisation(), () -> playAsOwner(ledger));
        } catch (ProblemException e) {
            return false;
        } catch (DataAccessException | TransactionException e) {
            log.warn("event=ledger-not-warmed portfolio={} reason=\"{}\"", ledger.portfolio(), e.getMessage());
        } catch (RuntimeException e) {
            log.error(
                    "event=ledger-warm-up-failed portfolio={}", ledger.portfolio(), e); // the next one is not to suffer
        }
        return true;
    }

    private boolean playAsOwner(Named ledger) {
        long rows = parts.of(ledger.portfolio()).stream()
                .mapToLong(LedgerPart::rows)
                .sum();
        if (rows < LongLedgers.LONG) {
            return false;
        }
        long start = System.nanoTime();
        holdings.of(ledger.portfolio());
        histories.of(ledger.portfolio());
        log.info(
                "event=ledger-warmed portfolio={} bookings={} millis={}",
                ledger.portfolio(),
                rows,
                Duration.ofNanos(System.nanoTime() - start).toMillis());
        return true;
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
