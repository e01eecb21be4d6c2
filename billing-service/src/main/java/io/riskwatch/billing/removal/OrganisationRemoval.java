package io.riskwatch.billing.removal;

import io.riskwatch.service.tenancy.Tenancy;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes what billing keeps of an organisation that is gone; however often that is told. */
@Component
class OrganisationRemoval {

    static final String QUEUE = "billing.organisation-deleted";

    private static final Logger log = LoggerFactory.getLogger(OrganisationRemoval.class);
    private static final String DEAD = QUEUE + ".dead";
    private static final int TRIES = 20;
    private static final List<String> TABLES = List.of("analysis_usage", "subscription");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OrganisationRemoval(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @RabbitListener(queues = QUEUE)
    void delete(OrganisationDeleted gone) {
        UUID organisation = gone.organisationId();
        Tenancy.as(organisation, (Runnable) () -> transaction.executeWithoutResult(
                status -> TABLES.forEach(table -> jdbc.sql("delete from " + table + " where organisation_id = ?")
                        .param(organisation)
                        .update())));
        log.info("event=organisation-deleted organisation={}", organisation);
    }

    @Configuration(proxyBeanMethods = false)
    static class Queues {

        @Bean
        Declarables organisationDeletedQueues() {
            TopicExchange events = new TopicExchange("portfolio.events");
            Queue deleted = QueueBuilder.durable(QUEUE)
                    .quorum()
                    .deliveryLimit(TRIES)
                    .deadLetterExchange("")
                    .deadLetterRoutingKey(DEAD)
                    .build();
            Queue dead = QueueBuilder.durable(DEAD).quorum().build();
            return new Declarables(
                    events,
                    deleted,
                    dead,
                    BindingBuilder.bind(deleted).to(events).with("organisation.deleted"));
        }
    }
}
