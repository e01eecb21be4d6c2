package io.riskwatch.analytics.job;

import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.support.TaskExecutorAdapter;

/**
 * The consumers. Quant work is bounded: each lane has a fixed number of platform threads, each of which takes one job at a
 * time, and the broker keeps the rest.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobSettings.class)
class JobConfiguration {

    private static final long SHUTDOWN_MILLIS = 25_000;

    @Bean
    SimpleMessageListenerContainer interactiveJobs(
            ConnectionFactory connections, JobListener listener, JobSettings settings) {
        return container(connections, listener, JobQueues.INTERACTIVE, settings.threads());
    }

    /** One thread, so that a night's batch leaves the cores to people who wait. */
    @Bean
    SimpleMessageListenerContainer batchJobs(ConnectionFactory connections, JobListener listener) {
        return container(connections, listener, JobQueues.BATCH, 1);
    }

    private static SimpleMessageListenerContainer container(
            ConnectionFactory connections, JobListener listener, String queue, int threads) {
        ThreadFactory named = Thread.ofPlatform().name(queue + "-", 1).daemon().factory();
        var container = new SimpleMessageListenerContainer(connections);
        container.setQueueNames(queue);
        container.setMessageListener(listener);
        container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
        container.setConcurrentConsumers(threads);
        container.setPrefetchCount(1);
        container.setTaskExecutor(new TaskExecutorAdapter(Executors.newThreadPerTaskExecutor(named)));
        container.setShutdownTimeout(SHUTDOWN_MILLIS);
        container.setMissingQueuesFatal(false);
        container.setObservationEnabled(true);
        return container;
    }
}
