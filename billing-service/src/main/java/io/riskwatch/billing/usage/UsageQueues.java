package io.riskwatch.billing.usage;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.support.converter.JacksonJavaTypeMapper;
import org.springframework.amqp.support.converter.JacksonJsonMessageConverter;
import org.springframework.amqp.support.converter.MessageConverter;
import org.springframework.boot.amqp.autoconfigure.RabbitListenerRetrySettingsCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/** Billing's own queue on the worker's events. What cannot be read goes aside after a few tries. */
@Configuration(proxyBeanMethods = false)
class UsageQueues {

    static final String COMPLETED = "billing.analysis-completed";

    private static final String DEAD = COMPLETED + ".dead";
    private static final String WORKER_EVENTS = "analysis.events";
    private static final int TRIES = 20;
    private static final int DEEPEST_CAUSE = 16;

    @Bean
    Declarables analysisCompletedQueues() {
        TopicExchange events = new TopicExchange(WORKER_EVENTS);
        Queue completed = QueueBuilder.durable(COMPLETED)
                .quorum()
                .deliveryLimit(TRIES)
                .deadLetterExchange("")
                .deadLetterRoutingKey(DEAD)
                .build();
        Queue dead = QueueBuilder.durable(DEAD).quorum().build();
        Binding binding = BindingBuilder.bind(completed).to(events).with("analysis.completed");
        return new Declarables(events, completed, dead, binding);
    }

    /** A database that is away comes back; a message that cannot be read stays unreadable. */
    @Bean
    RabbitListenerRetrySettingsCustomizer retryWhileTheDatabaseIsAway() {
        return retry -> retry.setExceptionPredicate(UsageQueues::isDatabaseAway);
    }

    private static boolean isDatabaseAway(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(
                        failure,
                        Objects::nonNull,
                        cause -> Objects.requireNonNull(cause).getCause())
                .limit(DEEPEST_CAUSE)
                .anyMatch(cause -> cause instanceof TransactionException
                        || cause instanceof TransientDataAccessException
                        || cause instanceof DataAccessResourceFailureException);
    }

    @Bean
    MessageConverter jsonMessages(JsonMapper json) {
        var converter = new JacksonJsonMessageConverter(json);
        converter.setTypePrecedence(JacksonJavaTypeMapper.TypePrecedence.INFERRED);
        return converter;
    }
}
