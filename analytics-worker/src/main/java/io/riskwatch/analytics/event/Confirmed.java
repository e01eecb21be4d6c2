package io.riskwatch.analytics.event;

import io.riskwatch.analytics.analysis.DependencyException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Sending that ends only when the broker has taken the message into a queue. */
public final class Confirmed {

    private static final Duration WITHIN = Duration.ofSeconds(5);

    private Confirmed() {}

    /**
     * Sends and waits.
     *
     * @throws DependencyException when the broker refuses, does not answer, or knows no queue for the message
     */
    public static void send(RabbitTemplate rabbit, String exchange, String routingKey, Message message) {
        var correlation = new CorrelationData(UUID.randomUUID().toString());
        try {
            rabbit.send(exchange, routingKey, message, correlation);
            var confirm = correlation.getFuture().get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            if (!confirm.ack()) {
                throw new DependencyException("the broker refused " + routingKey + ": " + confirm.reason());
            }
            if (correlation.getReturned() != null) {
                throw new DependencyException("no queue takes " + exchange + "/" + routingKey);
            }
        } catch (AmqpException | ExecutionException | TimeoutException e) {
            throw new DependencyException("the broker did not confirm " + routingKey + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyException("interrupted before the broker confirmed " + routingKey, e);
        }
    }
}
