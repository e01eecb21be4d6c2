package io.riskwatch.service.outbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Where a transaction leaves the messages it causes. */
public class Outbox {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Runnable wakeRelay;

    Outbox(JdbcClient jdbc, JsonMapper json, Runnable wakeRelay) {
        this.jdbc = jdbc;
        this.json = json;
        this.wakeRelay = wakeRelay;
    }

    /** Publishes the message after the commit of the current transaction; a rollback takes it back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(OutboxMessage message) {
        jdbc.sql("insert into outbox (id, exchange, routing_key, payload) values (?, ?, ?, ?)")
                .params(
                        message.id(),
                        message.exchange(),
                        message.routingKey(),
                        json.writeValueAsString(message.payload()))
                .update();
        wakeAfterCommit();
    }

    /**
     * Keeps messages back until {@link #release} names them: for senders that schedule what they send. It is a part of the sender's own
     * statement, since a round trip to the database costs more than the row.
     *
     * @param messages a query of their ids, exchanges, routing keys and JSON bodies
     */
    public static String hold(String messages) {
        return "insert into outbox (id, exchange, routing_key, payload, released) select held.*, false from ("
                + messages + ") held";
    }

    /** Lets held messages go after the commit of the current transaction, in the order given. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(List<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("update outbox set released = true, due_at = now() + place * interval '1 microsecond'"
                            + " from unnest(cast(? as uuid[])) with ordinality as turn (message, place)"
                            + " where id = message and not released")
                    .param(ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                    .update();
            wakeAfterCommit();
        }
    }

    /**
     * Sends again, after the commit of the current transaction, those of the messages that were sent before the given
     * moment: for senders whose receiver gives no sign. Receivers know a message by its id.
     *
     * @return how many there were
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int resend(Collection<UUID> ids, Instant sentBefore) {
        if (ids.isEmpty()) {
            return 0;
        }
        int again = jdbc.sql(
                        "update outbox set sent_at = null, due_at = now() where id in (:ids) and sent_at < :before")
                .param("ids", ids)
                .param("before", sentBefore.atOffset(ZoneOffset.UTC))
                .update();
        wakeAfterCommit();
        return again;
    }

    /** Takes held or unsent messages back; answers how many had not been sent yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int withdraw(Collection<UUID> ids) {
        return ids.isEmpty()
                ? 0
                : jdbc.sql("delete from outbox where id in (:ids) and sent_at is null")
                        .param("ids", ids)
                        .update();
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeRelay.run();
            }
        });
    }
}
