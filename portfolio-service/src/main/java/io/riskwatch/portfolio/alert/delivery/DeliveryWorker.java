package io.riskwatch.portfolio.alert.delivery;

import io.riskwatch.service.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due. A delivery is taken by one replica with a lease; one whose replica died is taken by another when the
 * lease is over. Between sending and keeping that it was sent a crash sends it again: a webhook has the same id then, an
 * e-mail the same Message-ID.
 */
@Component
class DeliveryWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);

    /** Longer than any attempt may take. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(12);
    private static final int AT_ONCE = 64;

    private final Deliveries deliveries;
    private final Settling settling;
    private final Alerts alerts;
    private final EmailSender email;
    private final WebhookSender webhook;
    private final DeliveryWake wake;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile @Nullable Thread loop;

    DeliveryWorker(
            Deliveries deliveries,
            Settling settling,
            Alerts alerts,
            EmailSender email,
            WebhookSender webhook,
            DeliveryWake wake,
            Clock clock) {
        this.deliveries = deliveries;
        this.settling = settling;
        this.alerts = alerts;
        this.email = email;
        this.webhook = webhook;
        this.wake = wake;
        this.clock = clock;
    }

    /** What goes out in one message. */
    private record Parcel(Delivery.Way way, UUID to, List<Delivery> deliveries) {}

    @Override
    public void start() {
        var worker = Thread.ofVirtual().name("alert-deliveries").unstarted(this::run);
        loop = worker;
        worker.start();
    }

    @Override
    public void stop() {
        var running = loop;
        loop = null;
        if (running != null) {
            wake.wake();
            try {
                running.join(STOP_WITHIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }

    private void run() {
        try (var sending = Executors.newVirtualThreadPerTaskExecutor()) {
            while (isRunning()) {
                try {
                    while (isRunning() && sendDue(sending) > 0) {
                        log.trace("event=alert-deliveries-taken");
                    }
                } catch (RuntimeException e) { // the loop goes on: one that died would hold back every delivery
                    log.warn("event=alert-deliveries-postponed reason=\"{}\"", e.getMessage());
                }
                wake.await(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes what is due, as much as there are places for, and answers how much it was. */
    private int sendDue(ExecutorService sending) throws InterruptedException {
        if (!places.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
            return 0;
        }
        places.release();
        var claimed = deliveries.claim(places.availablePermits(), LEASE);
        var byOrganisation = new LinkedHashMap<UUID, List<UUID>>();
        claimed.forEach(one -> byOrganisation
                .computeIfAbsent(one.organisationId(), any -> new ArrayList<>())
                .add(one.id()));
        for (var organisation : byOrganisation.entrySet()) {
            var pending = Tenancy.as(organisation.getKey(), () -> deliveries.pending(organisation.getValue()));
            for (var parcel : parcels(pending)) {
                places.acquire();
                sending.execute(() -> {
                    try {
                        Tenancy.as(organisation.getKey(), () -> send(parcel));
                    } finally {
                        places.release();
                    }
                });
            }
        }
        return claimed.size();
    }

    /** One for each delivery, but one for all that were held back for the same receiver. */
    private static List<Parcel> parcels(List<Delivery> pending) {
        Map<List<Object>, Parcel> parcels = new LinkedHashMap<>();
        for (var delivery : pending) {
            var to = Objects.requireNonNull(
                    delivery.way() == Delivery.Way.EMAIL ? delivery.userId() : delivery.webhookId(),
                    "a delivery that is pending has a receiver");
            List<Object> key = delivery.deferred() ? List.of(delivery.way(), to) : List.of(delivery.id());
            parcels.computeIfAbsent(key, any -> new Parcel(delivery.way(), to, new ArrayList<>()))
                    .deliveries()
                    .add(delivery);
        }
        return List.copyOf(parcels.values());
    }

    private void send(Parcel parcel) {
        var first = parcel.deliveries().getFirst();
        var at = clock.instant();
        var began = System.nanoTime();
        Sent sent;
        try {
            var told = alerts.of(parcel.deliveries().stream()
                    .map(Delivery::alertId)
                    .filter(Objects::nonNull)
                    .toList());
            sent = parcel.way() == Delivery.Way.EMAIL
                    ? email.send(parcel.to(), first, told)
                    : webhook.send(parcel.to(), first, told);
        } catch (RuntimeException e) {
            log.warn("event=alert-delivery-broke delivery={}", first.id(), e);
            sent = new Sent(Outcome.Verdict.FAILED, null, "Something went wrong on our side.");
        }
        var millis = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        var outcome = new Outcome(sent.verdict(), sent.statusCode(), sent.error(), at, millis);
        try {
            settling.settle(parcel.deliveries(), outcome);
        } catch (RuntimeException e) {
            // not kept: it is tried again when the lease is over
            log.warn("event=alert-delivery-not-kept delivery={} reason=\"{}\"", first.id(), e.getMessage());
        }
    }
}
