package io.riskwatch.portfolio.messaging;

import java.time.Duration;
import org.springframework.amqp.core.AcknowledgeMode;
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

    private static final int LARGEST_BATCH = 100;

    /** How long a batch waits for company. */
    private static final long GATHER_MILLIS = 20;

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
                .retryPolicy(patience())
                .build());
        return factory;
    }

    /** Batches are tried again by {@link BatchInbox}, which knows what of them is settled already. */
    @Bean(BatchInbox.CONTAINERS)
    SimpleRabbitListenerContainerFactory batchContainers(ConnectionFactory connections) {
        var factory = new SimpleRabbitListenerContainerFactory();
        factory.setConnectionFactory(connections);
        factory.setAcknowledgeMode(AcknowledgeMode.MANUAL);
        factory.setBatchListener(true);
        factory.setConsumerBatchEnabled(true);
        factory.setBatchSize(LARGEST_BATCH);
        factory.setReceiveTimeout(GATHER_MILLIS);
        factory.setBatchReceiveTimeout(GATHER_MILLIS);
        factory.setPrefetchCount(2 * LARGEST_BATCH);
        factory.setMissingQueuesFatal(false);
        return factory;
    }

    /** Many tries while a server is away, one for everything else. */
    static RetryPolicy patience() {
        return RetryPolicy.builder()
                .maxRetries(1_000)
                .delay(Duration.ofMillis(200))
                .multiplier(2)
                .maxDelay(Duration.ofSeconds(5))
                .predicate(InboxConfiguration::mayPass)
                .build();
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
