package io.riskwatch.portfolio.messaging;

import java.time.Duration;
import org.springframework.amqp.rabbit.config.RetryInterceptorBuilder;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.retry.RejectAndDontRequeueRecoverer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** The patient containers: many tries with pauses while a server is away, none for what would fail again. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    @Bean(Inbox.CONTAINERS)
    SimpleRabbitListenerContainerFactory patientContainers(ConnectionFactory connections) {
        var factory = new SimpleRabbitListenerContainerFactory();
        factory.setConnectionFactory(connections);
        factory.setPrefetchCount(20);
        factory.setMissingQueuesFatal(false);
        factory.setObservationEnabled(true);
        factory.setAdviceChain(RetryInterceptorBuilder.stateless()
                // the default would drop the message
                .recoverer(new RejectAndDontRequeueRecoverer())
                .retryPolicy(RetryPolicy.builder()
                        .maxRetries(1_000)
                        .delay(Duration.ofMillis(200))
                        .multiplier(2)
                        .maxDelay(Duration.ofSeconds(5))
                        .predicate(InboxConfiguration::mayPass)
                        .build())
                .build());
        return factory;
    }

    /** Whether the failure, or what caused it, is a server that may come back. */
    private static boolean mayPass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransactionException) {
                return true;
            }
        }
        return false;
    }
}
