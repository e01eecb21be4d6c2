package io.riskwatch.portfolio.event;

import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the browsers of an organisation, wherever they are connected, through Redis. Best effort: what is told here can
 * always be asked for as well. One thread publishes in the order of telling, so that nobody who tells waits for a Redis that
 * is away; what does not fit before it is dropped.
 */
@Component
public class OwnerEvents implements DisposableBean {

    static final String CHANNEL = "portfolio:events:";

    private static final Logger log = LoggerFactory.getLogger(OwnerEvents.class);

    private static final int MOST_WAITING = 10_000;

    private final StringRedisTemplate redis;
    private final JsonMapper json;
    private final BlockingQueue<Told> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread teller;

    private record Told(UUID organisationId, String text) {}

    OwnerEvents(StringRedisTemplate redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
        this.teller = Thread.ofVirtual().name("owner-events").start(this::publishAll);
    }

    /**
     * Tells it after the commit of the current transaction, or now when there is none.
     *
     * @param event a record with a member {@code type}
     */
    public void tell(UUID organisationId, Object event) {
        String text = json.writeValueAsString(event);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            put(organisationId, text);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                put(organisationId, text);
            }
        });
    }

    private void put(UUID organisationId, String text) {
        if (!waiting.offer(new Told(organisationId, text))) {
            log.warn("event=owner-event-lost organisation={} reason=\"too many wait\"", organisationId);
        }
    }

    private void publishAll() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                publish(waiting.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(Told told) {
        try {
            redis.convertAndSend(CHANNEL + told.organisationId(), told.text());
        } catch (RuntimeException e) { // the next may be luckier, and a teller that died would tell nobody anything
            log.warn("event=owner-event-lost organisation={} reason=\"{}\"", told.organisationId(), e.getMessage());
        }
    }

    @Override
    public void destroy() {
        teller.interrupt();
    }
}
