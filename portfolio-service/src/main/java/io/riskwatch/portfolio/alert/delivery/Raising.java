package io.riskwatch.portfolio.alert.delivery;

import io.riskwatch.portfolio.alert.channel.Channels;
import io.riskwatch.portfolio.alert.channel.Webhooks;
import io.riskwatch.portfolio.alert.webhook.WebhookSettings;
import io.riskwatch.portfolio.event.OwnerEvents;
import io.riskwatch.portfolio.organisation.Organisations;
import io.riskwatch.portfolio.portfolio.Grants;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Raises alerts: the row of the inbox and everything that is to be sent are written in the transaction of who raises it, so
 * that there is an alert exactly where there was a crossing, and what was not sent before a crash is sent after it.
 */
@Service
@EnableConfigurationProperties(DeliverySettings.class)
public class Raising {

    private static final Logger log = LoggerFactory.getLogger(Raising.class);

    private final Alerts alerts;
    private final Deliveries deliveries;
    private final Channels channels;
    private final Webhooks webhooks;
    private final WebhookSettings webhookSettings;
    private final DeliverySettings settings;
    private final Grants grants;
    private final Organisations organisations;
    private final OwnerEvents owners;
    private final DeliveryWake wake;
    private final Clock clock;

    Raising(
            Alerts alerts,
            Deliveries deliveries,
            Channels channels,
            Webhooks webhooks,
            WebhookSettings webhookSettings,
            DeliverySettings settings,
            Grants grants,
            Organisations organisations,
            OwnerEvents owners,
            DeliveryWake wake,
            Clock clock) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.channels = channels;
        this.webhooks = webhooks;
        this.webhookSettings = webhookSettings;
        this.settings = settings;
        this.grants = grants;
        this.organisations = organisations;
        this.owners = owners;
        this.wake = wake;
        this.clock = clock;
    }

    /** Raises it in the current transaction, for the current organisation. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void raise(RaisedAlert raised) {
        var alert = alerts.insert(raised);
        deliveries.inApp(alert.id());
        var organisation = Tenancy.current().orElseThrow();
        var audience = grants.audienceOf(alert.portfolioId());
        if (raised.tell() != null) {
            var sees = organisations
                    .membership(raised.tell(), organisation)
                    .filter(audience::includes)
                    .isPresent();
            send(alert, raised.tell(), sees);
        }
        owners.tell(organisation, audience, AlertRaised.of(alert));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.wake();
            }
        });
        log.info("event=alert-raised alert={} kind={} rule={}", alert.id(), alert.kind(), alert.ruleId());
    }

    /** @param sees whether the person may see the alert still; the webhooks are the organisation's */
    private void send(Alert alert, UUID userId, boolean sees) {
        var now = clock.instant();
        var quietUntil = channels.of(userId).heldBackUntil(now, alert.urgent());
        if (sees && channels.mails(userId)) {
            insert(alert, Delivery.Way.EMAIL, userId, quietUntil.orElse(now), quietUntil.isPresent());
        }
        for (var webhook : webhooks.all(webhookSettings.perOrganisation())) {
            if (webhook.enabled()) {
                var held = webhook.observesQuietHours() && quietUntil.isPresent();
                insert(alert, Delivery.Way.WEBHOOK, webhook.id(), held ? quietUntil.get() : now, held);
            }
        }
    }

    private void insert(Alert alert, Delivery.Way way, UUID to, Instant due, boolean deferred) {
        deliveries.insert(alert.id(), way, to, settings.attempts(), due, deferred);
    }
}
