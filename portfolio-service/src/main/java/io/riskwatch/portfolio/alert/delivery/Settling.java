package io.riskwatch.portfolio.alert.delivery;

import io.riskwatch.portfolio.alert.channel.Webhooks;
import io.riskwatch.portfolio.alert.webhook.WebhookSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what became of an attempt: another one later, the end, or a webhook that is switched off because it never answers. */
@Service
class Settling {

    private static final Logger log = LoggerFactory.getLogger(Settling.class);
    private static final int GONE = 410;

    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final WebhookSettings webhookSettings;
    private final DeliverySettings settings;
    private final Raising raising;
    private final Clock clock;

    Settling(
            Deliveries deliveries,
            Webhooks webhooks,
            WebhookSettings webhookSettings,
            DeliverySettings settings,
            Raising raising,
            Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.webhookSettings = webhookSettings;
        this.settings = settings;
        this.raising = raising;
        this.clock = clock;
    }

    /** @param together what went out in one message */
    @Transactional
    void settle(List<Delivery> together, Outcome outcome) {
        var kept = false;
        var now = clock.instant();
        var chance = ThreadLocalRandom.current().nextDouble();
        for (var delivery : together) {
            var state = state(delivery, outcome);
            kept |= deliveries.settle(delivery, outcome, state, next(delivery, state, now, chance));
            log.info(
                    "event=alert-delivery delivery={} way={} attempt={} state={}",
                    delivery.id(),
                    delivery.way(),
                    delivery.attempts() + 1,
                    state);
        }
        var webhook = together.getFirst().webhookId();
        if (kept && webhook != null) {
            count(webhook, outcome);
        }
    }

    private static Delivery.State state(Delivery delivery, Outcome outcome) {
        return switch (outcome.verdict()) {
            case DELIVERED -> Delivery.State.DELIVERED;
            case NOT_WANTED -> Delivery.State.CANCELLED;
            case FAILED_FOR_GOOD -> Delivery.State.FAILED;
            case FAILED -> delivery.attempts() + 1 < delivery.budget() ? Delivery.State.PENDING : Delivery.State.FAILED;
        };
    }

    /** What went out together is tried again together, so that it stays one message. */
    private @Nullable Instant next(Delivery delivery, Delivery.State state, Instant now, double chance) {
        return state == Delivery.State.PENDING ? now.plus(settings.waitAfter(delivery.attempts() + 1, chance)) : null;
    }

    private void count(UUID webhookId, Outcome outcome) {
        switch (outcome.verdict()) {
            case DELIVERED -> webhooks.succeeded(webhookId);
            case FAILED, FAILED_FOR_GOOD -> {
                var gone = outcome.statusCode() != null && outcome.statusCode() == GONE;
                var most = gone ? 1 : webhookSettings.failuresUntilOff();
                var because = gone
                        ? "The receiver answered 410: it does not want to be called again."
                        : "%d attempts in a row failed, the last one: %s".formatted(most, outcome.error());
                if (webhooks.failed(webhookId, most, because)) {
                    off(webhookId, because);
                }
            }
            case NOT_WANTED -> log.debug("event=alert-delivery-not-wanted webhook={}", webhookId);
        }
    }

    private void off(UUID webhookId, String because) {
        deliveries.cancelOf(webhookId, "The webhook was switched off.");
        var webhook = webhooks.require(webhookId);
        raising.raise(RaisedAlert.notice(
                "A webhook was switched off",
                "Alerts are no longer posted to %s. %s"
                        .formatted(
                                webhook.description() == null ? host(webhook.url()) : webhook.description(), because),
                clock.instant()));
        log.warn("event=webhook-switched-off webhook={}", webhookId);
    }

    /** The rest of an address may be a secret of its receiver. */
    private static String host(String url) {
        return String.valueOf(URI.create(url).getHost());
    }
}
