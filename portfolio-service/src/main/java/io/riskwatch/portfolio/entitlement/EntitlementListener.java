package io.riskwatch.portfolio.entitlement;

import io.riskwatch.portfolio.messaging.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Hears from billing what organisations may do. */
@Component
class EntitlementListener {

    private static final Logger log = LoggerFactory.getLogger(EntitlementListener.class);
    private static final String QUEUE = "portfolio.entitlement";

    private final Entitlements entitlements;
    private final Inbox inbox;

    EntitlementListener(Entitlements entitlements, Inbox inbox) {
        this.entitlements = entitlements;
        this.inbox = inbox;
    }

    @RabbitListener(queues = QUEUE, containerFactory = Inbox.CONTAINERS)
    void onMessage(Message message) {
        EntitlementChanged changed = inbox.read(message, EntitlementChanged.class);
        if (entitlements.keep(changed)) {
            log.info("event=entitlement-changed organisation={} plan={}", changed.organisationId(), changed.plan());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Queues {

        @Bean
        Declarables entitlementQueue() {
            return Inbox.queue(QUEUE, "billing.events", "entitlement.changed");
        }
    }
}
