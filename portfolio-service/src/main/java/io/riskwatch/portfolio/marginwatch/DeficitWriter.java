package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.service.tenancy.Tenancy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Writes what transactions did to the levels of accounts in the background, in their order, so that the book waits for no database. */
@Component
class DeficitWriter implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DeficitWriter.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int MOST_TRIES = 60;

    private final IntradayDeficits deficits;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("margin-deficits").daemon().factory());

    DeficitWriter(IntradayDeficits deficits) {
        this.deficits = deficits;
    }

    /** No more of them wait than accounts are changed while the database is away. */
    void write(LevelMove move) {
        thread.execute(() -> write(move, 1));
    }

    private void write(LevelMove move, int tries) {
        try {
            Tenancy.as(move.organisationId(), () -> deficits.take(move));
        } catch (RuntimeException e) {
            log.warn(
                    "event=intraday-deficit-not-written portfolio={} tries={} at={}",
                    move.portfolioId(),
                    tries,
                    move.move().at(),
                    e);
            if (tries < MOST_TRIES) {
                var _ = thread.schedule(() -> write(move, tries + 1), RETRY.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
