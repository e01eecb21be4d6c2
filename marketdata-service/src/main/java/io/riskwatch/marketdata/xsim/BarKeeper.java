package io.riskwatch.marketdata.xsim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Stores the missing bars before the service calls itself ready, and each closed day's soon after midnight UTC. */
@Component
class BarKeeper implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(BarKeeper.class);

    private final Exchange exchange;
    private final BarStore store;
    private final Clock clock;
    private volatile LocalDate storedUpTo = LocalDate.MIN;

    BarKeeper(Exchange exchange, BarStore store, Clock clock) {
        this.exchange = exchange;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        store();
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void storeClosedDay() {
        if (storedUpTo.isBefore(exchange.lastClosedDay(clock.instant()))) {
            store();
        }
    }

    private void store() {
        Instant now = clock.instant();
        long started = System.nanoTime();
        long bars = store.bringUpToDate(exchange, now);
        storedUpTo = exchange.lastClosedDay(now);
        log.info(
                "event=simulated-bars-stored bars={} upTo={} millis={}",
                bars,
                storedUpTo,
                Duration.ofNanos(System.nanoTime() - started).toMillis());
    }
}
