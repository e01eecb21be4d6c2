package io.riskwatch.portfolio.organisation;

import io.riskwatch.service.outbox.Outbox;
import io.riskwatch.service.outbox.OutboxMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the other services that an organisation is gone, and takes back what else was to be told about it. */
@Component
class OrganisationNews {

    static final String EXCHANGE = "portfolio.events";
    static final String DELETED = "organisation.deleted";

    private static final int SCHEMA_VERSION = 1;

    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Clock clock;

    OrganisationNews(Outbox outbox, JdbcClient jdbc, Clock clock) {
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** As contract/event/organisation-deleted.schema.json has it. */
    record Deleted(int schemaVersion, UUID organisationId, Instant occurredAt) {}

    /** Messages hold what they are about, holdings among it, and lie in the outbox for a day after they were sent. */
    @EventListener
    void on(OrganisationDeleted gone) {
        jdbc.sql("delete from outbox where payload::jsonb ->> 'organisationId' = ?")
                .param(gone.organisationId().toString())
                .update();
        outbox.append(new OutboxMessage(
                EXCHANGE, DELETED, new Deleted(SCHEMA_VERSION, gone.organisationId(), clock.instant())));
    }

    @Configuration(proxyBeanMethods = false)
    static class Topic {

        @Bean
        TopicExchange portfolioEvents() {
            return new TopicExchange(EXCHANGE);
        }
    }
}
