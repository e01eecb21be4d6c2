package io.riskwatch.portfolio.alert.delivery;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets alerts after half a year, so that an inbox has an end. */
@Component
class AlertPurge {

    private static final Logger log = LoggerFactory.getLogger(AlertPurge.class);
    private static final Duration KEPT = Duration.ofDays(183);
    private static final int AT_ONCE = 1_000;

    private final Alerts alerts;
    private final Clock clock;

    AlertPurge(Alerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 600_000, fixedDelay = 3_600_000)
    void purge() {
        try {
            int gone = 0;
            int last;
            do {
                last = alerts.purge(clock.instant().minus(KEPT), AT_ONCE);
                gone += last;
            } while (last == AT_ONCE);
            if (gone > 0) {
                log.info("event=alerts-purged count={}", gone);
            }
        } catch (RuntimeException e) {
            log.warn("event=alert-purge-postponed reason=\"{}\"", e.getMessage());
        }
    }
}
