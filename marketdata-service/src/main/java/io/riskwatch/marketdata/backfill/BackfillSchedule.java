package io.riskwatch.marketdata.backfill;

import io.riskwatch.marketdata.calendar.TradingCalendars;
import io.riskwatch.marketdata.instrument.InstrumentType;
import io.riskwatch.marketdata.instrument.KnownInstruments;
import io.riskwatch.marketdata.provider.Providers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Works on what is due, and has each fetched history go on to every closed trading day. */
@Component
class BackfillSchedule {
    private static final Logger log = LoggerFactory.getLogger(BackfillSchedule.class);
    private static final int PIECES_PER_ROUND = 20;
    private static final int TOP_UPS_PER_ROUND = 500;

    private final PieceFetcher fetcher;
    private final WorkRepository works;
    private final KnownInstruments instruments;
    private final BackfillProperties properties;
    private final Clock clock;
    private final boolean working;

    BackfillSchedule(
            PieceFetcher fetcher,
            WorkRepository works,
            KnownInstruments instruments,
            Providers providers,
            BackfillProperties properties,
            Clock clock) {
        this.fetcher = fetcher;
        this.works = works;
        this.instruments = instruments;
        this.properties = properties;
        this.clock = clock;
        this.working =
                properties.enabled() && Arrays.stream(InstrumentType.values()).anyMatch(providers::canTellBars);
    }

    @Scheduled(initialDelayString = "PT2S", fixedDelayString = "PT2S")
    void work() {
        if (!working) {
            return;
        }
        try {
            for (int i = 0; i < PIECES_PER_ROUND && fetcher.fetchOne(); i++) {
                log.debug("event=backfill-piece number={}", i);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("event=backfill-interrupted cause={}", e.getClass().getSimpleName()); // what is due stays due
        }
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT30M")
    void topUp() {
        if (!working || !properties.topUp()) {
            return;
        }
        try {
            LocalDate today = LocalDate.now(clock);
            for (Work work : works.endedBefore(today.minusDays(1), TOP_UPS_PER_ROUND)) {
                LocalDate last = lastClosedDay(work, today);
                if (last.isAfter(work.wanted().to())) {
                    works.extend(work, last, clock.instant());
                }
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("event=backfill-top-up-postponed cause={}", e.getClass().getSimpleName());
        }
    }

    private LocalDate lastClosedDay(Work work, LocalDate today) {
        if (work.type() == InstrumentType.CRYPTO) {
            return today.minusDays(1);
        }
        String exchange = work.symbol().exchange();
        String market = exchange != null
                ? exchange
                : instruments.exchange(work.symbol().symbol()).orElse(KnownInstruments.NO_MARKET);
        return TradingCalendars.of(market).previous(today);
    }
}
