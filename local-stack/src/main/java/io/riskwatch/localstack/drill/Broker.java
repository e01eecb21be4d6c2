package io.riskwatch.localstack.drill;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** The broker as an operator sees it, not through a fault proxy. */
final class Broker {

    static final String JOBS = "analysis.jobs";
    static final String EVENTS = "analysis.events";
    static final String DEAD_JOBS = "analysis.jobs.dead";
    static final String DEAD_EVENTS = "portfolio.analysis-events.dead";

    /** Where nothing may lie when all is done. */
    static final List<String> QUEUES = List.of(
            "analysis.jobs.interactive",
            "analysis.jobs.batch",
            "analysis.jobs.retry.1",
            "analysis.jobs.retry.2",
            "analysis.control.memory",
            "portfolio.analysis-events");

    private static final int TIMEOUT_MS = 5_000;

    private final ConnectionFactory factory = new ConnectionFactory();
    private final String virtualHost;

    /** @param properties the Spring properties of a service */
    Broker(Map<String, String> properties) {
        virtualHost = properties.getOrDefault("spring.rabbitmq.virtual-host", "/");
        factory.setHost(properties.getOrDefault("spring.rabbitmq.host", "127.0.0.1"));
        factory.setPort(Integer.parseInt(properties.getOrDefault("spring.rabbitmq.port", "5672")));
        factory.setUsername(properties.getOrDefault("spring.rabbitmq.username", ""));
        factory.setPassword(properties.getOrDefault("spring.rabbitmq.password", ""));
        factory.setVirtualHost(virtualHost);
        factory.setConnectionTimeout(TIMEOUT_MS);
        factory.setHandshakeTimeout(TIMEOUT_MS);
        factory.setAutomaticRecoveryEnabled(false);
    }

    String virtualHost() {
        return virtualHost;
    }

    Connection connect() {
        try {
            return factory.newConnection("riskwatch-drill");
        } catch (IOException | TimeoutException e) {
            throw new StackException("The broker does not answer: " + e.getMessage(), e);
        }
    }

    /** Something done with a channel. */
    @FunctionalInterface
    interface Action<T> {
        T with(Channel channel) throws IOException, TimeoutException, InterruptedException;
    }

    private <T> T on(Action<T> action) {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            return action.with(channel);
        } catch (IOException | TimeoutException e) {
            throw new StackException("The broker refused: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }

    /** Messages that wait in the queues named. */
    long waiting(List<String> queues) {
        return on(channel -> {
            long all = 0;
            for (String queue : queues) {
                all += channel.messageCount(queue);
            }
            return all;
        });
    }

    /** Takes everything out of a queue and answers how much it was. */
    int drain(String queue) {
        return on(channel -> {
            int count = 0;
            for (GetResponse next = channel.basicGet(queue, true); next != null; next = channel.basicGet(queue, true)) {
                count++;
            }
            return count;
        });
    }

    /** Publishes with confirms. */
    void publish(String exchange, String routingKey, List<byte[]> bodies) {
        on(channel -> {
            channel.confirmSelect();
            for (byte[] body : bodies) {
                channel.basicPublish(
                        exchange,
                        routingKey,
                        new BasicProperties.Builder().deliveryMode(2).build(),
                        body);
            }
            channel.waitForConfirmsOrDie(TIMEOUT_MS);
            return bodies.size();
        });
    }
}
