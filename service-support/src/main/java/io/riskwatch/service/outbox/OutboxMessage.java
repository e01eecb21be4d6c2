package io.riskwatch.service.outbox;

import java.util.UUID;

/**
 * A message to publish once the transaction that wrote it has committed.
 *
 * @param id also the AMQP message id, by which a consumer knows a repetition
 * @param exchange exchange of the receiver (command) or of this service (event)
 * @param routingKey routing key
 * @param payload record that Jackson writes as the JSON body
 */
public record OutboxMessage(UUID id, String exchange, String routingKey, Object payload) {

    public OutboxMessage(String exchange, String routingKey, Object payload) {
        this(UUID.randomUUID(), exchange, routingKey, payload);
    }
}
