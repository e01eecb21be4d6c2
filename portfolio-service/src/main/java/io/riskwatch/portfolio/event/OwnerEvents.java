package io.riskwatch.portfolio.event;

import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
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

    /** What only {@link Browser#advises those who see all clients} hear. */
    static final String ADVISERS_CHANNEL = "portfolio:adviser-events:";

    /** What of it the members hear whom a client was granted to: their ids, a line's end, and the text. */
    static final String GRANTED_CHANNEL = "portfolio:granted-events:";

    private static final Logger log = LoggerFactory.getLogger(OwnerEvents.class);

    private static final int MOST_WAITING = 10_000;

    private final StringRedisTemplate redis;
    private final JsonMapper json;
    private final BlockingQueue<Told> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread teller;

    private record Told(String channel, UUID organisationId, String text) {}

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
        tell(new Told(CHANNEL, organisationId, json.writeValueAsString(event)));
    }

    /** As {@link #tell(UUID, Object)}, but only those members of the organisation. */
    public void tell(UUID organisationId, Audience audience, Object event) {
        if (audience.everybody()) {
            tell(organisationId, event);
            return;
        }
        String text = json.writeValueAsString(event);
        tell(new Told(ADVISERS_CHANNEL, organisationId, text));
        if (!audience.granted().isEmpty()) {
            String granted = audience.granted().stream().map(UUID::toString).collect(Collectors.joining(","));
            tell(new Told(GRANTED_CHANNEL, organisationId, granted + "\n" + text));
        }
    }

    private void tell(Told told) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            put(told);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                put(told);
            }
        });
    }

    private void put(Told told) {
        if (!waiting.offer(told)) {
            log.warn("event=owner-event-lost organisation={} reason=\"too many wait\"", told.organisationId());
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
            redis.convertAndSend(told.channel() + told.organisationId(), told.text());
        } catch (RuntimeException e) { // the next may be luckier, and a teller that died would tell nobody anything
            log.warn("event=owner-event-lost organisation={} reason=\"{}\"", told.organisationId(), e.getMessage());
        }
    }

    @Override
    public void destroy() {
        teller.interrupt();
    }
}
