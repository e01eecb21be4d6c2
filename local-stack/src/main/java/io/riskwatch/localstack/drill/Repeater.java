package io.riskwatch.localstack.drill;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import io.riskwatch.localstack.process.StackException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens at the exchanges of jobs and events and sends every message twice again, in an order of the seed's choice. */
final class Repeater implements AutoCloseable {

    private static final String COPY = "x-drill-copy";
    private static final int SHUFFLED_AT_ONCE = 30;

    private final Connection connection;
    private final Channel listening;
    private final Channel sending;
    private final Random random;
    private final List<Said> held = new ArrayList<>();
    private final AtomicInteger copies = new AtomicInteger();

    /** Once more what was said. */
    @FunctionalInterface
    private interface Said {
        void again() throws IOException;
    }

    Repeater(Broker broker, long seed) {
        random = new Random(seed);
        connection = broker.connect();
        try {
            listening = connection.createChannel();
            sending = connection.createChannel();
            String queue = listening.queueDeclare().getQueue();
            listening.queueBind(queue, Broker.JOBS, "interactive");
            listening.queueBind(queue, Broker.JOBS, "batch");
            listening.queueBind(queue, Broker.EVENTS, "analysis.*");
            listening.basicConsume(queue, true, new DefaultConsumer(listening) {
                @Override
                public void handleDelivery(String tag, Envelope envelope, BasicProperties properties, byte[] body) {
                    if (properties.getHeaders() == null
                            || !properties.getHeaders().containsKey(COPY)) {
                        hold(() -> send(envelope, properties, body));
                    }
                }
            });
        } catch (IOException e) {
            throw new StackException("The repeater cannot listen: " + e.getMessage(), e);
        }
    }

    private synchronized void hold(Said said) {
        held.add(said);
        held.add(said);
        if (held.size() >= SHUFFLED_AT_ONCE) {
            flush();
        }
    }

    /** Sends what is still held. */
    synchronized void flush() {
        Collections.shuffle(held, random);
        try {
            for (Said said : held) {
                said.again();
            }
        } catch (IOException e) {
            throw new StackException("The repeater cannot send: " + e.getMessage(), e);
        }
        held.clear();
    }

    private void send(Envelope envelope, BasicProperties properties, byte[] body) throws IOException {
        Map<String, Object> headers =
                new HashMap<>(properties.getHeaders() == null ? Map.of() : properties.getHeaders());
        headers.put(COPY, true);
        sending.basicPublish(
                envelope.getExchange(),
                envelope.getRoutingKey(),
                properties.builder().headers(headers).build(),
                body);
        copies.incrementAndGet();
    }

    int copies() {
        return copies.get();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new StackException("The repeater cannot leave: " + e.getMessage(), e);
        }
    }
}
