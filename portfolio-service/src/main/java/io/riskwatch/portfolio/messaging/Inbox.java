package io.riskwatch.portfolio.messaging;

import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Queues of events from other services. What cannot be read goes to the queue's dead queue, with the broker's account of it,
 * and the queue flows on; while the database is away the listener waits with the message in its hands.
 */
@Component
public class Inbox {

    /** The container factory whose listeners wait for the database instead of burning deliveries. */
    public static final String CONTAINERS = "patientContainers";

    private final JsonMapper json;

    Inbox(JsonMapper json) {
        this.json = json;
    }

    /** A durable queue bound to a topic exchange of another service, and its dead queue. */
    public static Declarables queue(String name, String exchange, String routingKey) {
        TopicExchange topic = new TopicExchange(exchange);
        Queue queue = QueueBuilder.durable(name)
                .quorum()
                .deadLetterExchange("")
                .deadLetterRoutingKey(name + ".dead")
                .build();
        Queue dead = QueueBuilder.durable(name + ".dead").quorum().build();
        return new Declarables(
                topic, queue, dead, BindingBuilder.bind(queue).to(topic).with(routingKey));
    }

    /**
     * The message as the record it should be.
     *
     * @throws AmqpRejectAndDontRequeueException when it is none: the message goes to the dead queue
     */
    public <T> T read(Message message, Class<T> type) {
        try {
            return json.readValue(message.getBody(), type);
        } catch (JacksonException e) {
            throw new AmqpRejectAndDontRequeueException(
                    "not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
