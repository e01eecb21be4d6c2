package io.riskwatch.portfolio.paper;

import io.riskwatch.service.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the memory of open orders and watched accounts as the database has it: everything after the start, then every two seconds
 * what changed, whoever changed it. So an order outlives the replica that took it. Ends the day orders whose day is over.
 */
@Component
class OpenOrderFeed {

    private static final Logger log = LoggerFactory.getLogger(OpenOrderFeed.class);
    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);

    /** A change may be committed so much later than it was stamped: the statement time-out of the database. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final PaperOrders orders;
    private final PaperPortfolios paper;
    private final OpenOrders open;
    private final PaperMarginWatch margins;
    private final OrderDesk desk;
    private final Clock clock;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final AtomicBoolean ending = new AtomicBoolean();
    private @Nullable Instant readUntil;

    /** Versions of the orders that were read the last time: changes overlap, and each is acted upon once. */
    private Map<UUID, Long> seen = Map.of();

    OpenOrderFeed(
            PaperOrders orders,
            PaperPortfolios paper,
            OpenOrders open,
            PaperMarginWatch margins,
            OrderDesk desk,
            Clock clock) {
        this.orders = orders;
        this.paper = paper;
        this.open = open;
        this.margins = margins;
        this.desk = desk;
        this.clock = clock;
    }

    /** At a rate, since work with a delay shares one thread of Spring's, and this may wait for a database. */
    @Scheduled(fixedRate = 2_000)
    void refresh() {
        alone(refreshing, this::readNews);
    }

    private void readNews() {
        try {
            Instant now = orders.now();
            Instant before = readUntil;
            if (before == null) {
                readAll();
                log.info("event=paper-orders-read count={}", open.size());
            } else {
                readChanges(before.minus(OVERLAP));
            }
            readUntil = now;
        } catch (RuntimeException e) {
            log.warn("event=paper-orders-unread reason=\"{}\"", e.getMessage());
        }
    }

    private void readAll() {
        UUID last = FIRST;
        List<PaperOrders.Changed> part;
        do {
            part = orders.openAfter(last, BATCH);
            read(part).forEach((organisation, kept) -> kept.forEach(order -> open.put(organisation, order)));
            last = part.isEmpty() ? last : part.getLast().id();
        } while (part.size() == BATCH);
        readAccounts();
    }

    private void readAccounts() {
        UUID last = FIRST;
        List<PaperPortfolios.Place> part;
        do {
            part = paper.traded(last, BATCH);
            part.forEach(place -> margins.changed(place.organisationId(), place.portfolioId()));
            last = part.isEmpty() ? last : part.getLast().portfolioId();
        } while (part.size() == BATCH);
    }

    private void readChanges(Instant since) {
        PaperOrders.Changed last = new PaperOrders.Changed(FIRST, FIRST, since);
        Map<UUID, Long> versions = new HashMap<>();
        List<PaperOrders.Changed> part;
        do {
            part = orders.changed(since, last, BATCH);
            read(part)
                    .forEach((organisation, kept) -> kept.forEach(order -> {
                        versions.put(order.id(), order.version());
                        take(organisation, order);
                    }));
            last = part.isEmpty() ? last : part.getLast();
        } while (part.size() == BATCH);
        seen = versions;
    }

    private void take(UUID organisation, PaperOrder order) {
        open.put(organisation, order);
        boolean news = !Objects.equals(seen.get(order.id()), order.version());
        if (news && order.order().progress().fills() > 0) {
            margins.changed(organisation, order.portfolioId());
        }
    }

    private Map<UUID, List<PaperOrder>> read(List<PaperOrders.Changed> changed) {
        Map<UUID, List<UUID>> ids = new HashMap<>();
        changed.forEach(each -> ids.computeIfAbsent(each.organisationId(), organisation -> new ArrayList<>())
                .add(each.id()));
        Map<UUID, List<PaperOrder>> read = new HashMap<>();
        ids.forEach((organisation, some) -> read.put(organisation, Tenancy.as(organisation, () -> orders.all(some))));
        return read;
    }

    @Scheduled(fixedRate = 1_000)
    void endDays() {
        alone(ending, this::endWhatIsOver);
    }

    private static void alone(AtomicBoolean running, Runnable work) {
        if (running.compareAndSet(false, true)) {
            try {
                work.run();
            } finally {
                running.set(false);
            }
        }
    }

    private void endWhatIsOver() {
        for (OpenOrders.Working working : open.overBy(clock.instant())) {
            try {
                Tenancy.as(
                        working.organisationId(),
                        () -> desk.expire(working.kept().portfolioId(), working.id()));
            } catch (RuntimeException e) { // looked at again in a second
                log.warn("event=paper-order-not-expired order={} reason=\"{}\"", working.id(), e.getMessage());
            }
        }
    }
}
