package io.riskwatch.service.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.AmqpIOException;
import org.springframework.amqp.AmqpTimeoutException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes what lies in the outbox: with confirms and the mandatory flag, oldest first, each row by one replica at a
 * time. A row counts as sent only when the broker has confirmed it and returned nothing; else it is tried again, at
 * growing intervals. A crash between confirm and commit sends a message twice: receivers know it by its id.
 */
class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 100;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration CONFIRM_WITHIN = Duration.ofSeconds(5);
    private static final Duration KEEP_SENT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RabbitTemplate rabbit;
    private final Semaphore wake = new Semaphore(0);
    private volatile @Nullable Thread loop;
    private long nextPurge = System.nanoTime();

    OutboxRelay(JdbcClient jdbc, TransactionTemplate transaction, RabbitTemplate rabbit) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rabbit = rabbit;
    }

    /** Asks for an early look into the outbox. */
    void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    @Override
    public void start() {
        // known before it runs: else it may look whether it is still wanted, find itself unknown and end
        Thread relay = Thread.ofVirtual().name("outbox-relay").unstarted(this::run);
        loop = relay;
        relay.start();
    }

    @Override
    public void stop() {
        Thread running = loop;
        loop = null;
        if (running != null) {
            wake();
            try {
                running.join(CONFIRM_WITHIN.plusSeconds(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }

    private void run() {
        while (isRunning()) {
            try {
                while (isRunning() && relayBatch() == BATCH) {
                    log.debug("event=outbox-batch-full");
                }
                purge();
                boolean woken = wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                if (woken) {
                    wake.drainPermits();
                }
            } catch (DataAccessException | TransactionException e) {
                log.warn("event=outbox-database-away reason=\"{}\"", e.getMessage());
                pause();
            } catch (RuntimeException e) {
                log.error(
                        "event=outbox-relay-failed",
                        e); // the loop goes on: a relay that died would hold back every message
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void pause() {
        try {
            wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    record Row(UUID id, String exchange, String routingKey, String payload, int attempts) {}

    record Sent(Row row, CorrelationData correlation) {}

    /** Publishes one batch of due rows and answers how many there were, 0 while the broker is away. */
    int relayBatch() {
        Integer count = transaction.execute(status -> {
            List<Row> rows = jdbc.sql("""
                select id, exchange, routing_key, payload, attempts from outbox
                where sent_at is null and released and due_at <= now()
                order by due_at, created_at limit :batch for update skip locked\
                """).param("batch", BATCH).query(Row.class).stream()
                    .map(Objects::requireNonNull)
                    .toList();
            List<Sent> sent = new ArrayList<>(rows.size());
            boolean away = false;
            for (Row row : rows) {
                try {
                    sent.add(new Sent(row, publish(row)));
                } catch (AmqpConnectException | AmqpIOException | AmqpTimeoutException e) {
                    // no row's fault: all stay due, for the moment the broker is back
                    log.warn("event=outbox-broker-away reason=\"{}\"", e.getMessage());
                    away = true;
                    break;
                } catch (AmqpException e) {
                    postpone(row, String.valueOf(e.getMessage()));
                }
            }
            long until = System.nanoTime() + CONFIRM_WITHIN.toNanos();
            markSent(sent.stream().filter(one -> isTaken(one, until)).toList());
            return away ? 0 : rows.size();
        });
        return count == null ? 0 : count;
    }

    private CorrelationData publish(Row row) {
        var correlation = new CorrelationData(row.id().toString());
        Message message = MessageBuilder.withBody(row.payload().getBytes(StandardCharsets.UTF_8))
                .setContentType(MessageProperties.CONTENT_TYPE_JSON)
                .setContentEncoding(StandardCharsets.UTF_8.name())
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .setMessageId(row.id().toString())
                .build();
        rabbit.send(row.exchange(), row.routingKey(), message, correlation);
        return correlation;
    }

    /**
     * Whether the broker has taken the message into a queue; one that it has not is postponed. The patience is one for the whole batch:
     * a broker that has fallen silent does not hold it up row by row.
     */
    private boolean isTaken(Sent sent, long until) {
        try {
            CorrelationData.Confirm confirm =
                    sent.correlation().getFuture().get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (!confirm.ack()) {
                postpone(sent.row(), "refused by the broker: " + confirm.reason());
            } else if (sent.correlation().getReturned() != null) {
                postpone(
                        sent.row(),
                        "no queue takes it: " + sent.row().exchange() + "/"
                                + sent.row().routingKey());
            } else {
                return true;
            }
        } catch (ExecutionException | TimeoutException e) {
            postpone(sent.row(), "not confirmed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            postpone(sent.row(), "interrupted before the confirm");
        }
        return false;
    }

    private void markSent(List<Sent> sent) {
        if (!sent.isEmpty()) {
            String ids = sent.stream().map(one -> one.row().id().toString()).collect(Collectors.joining(",", "{", "}"));
            jdbc.sql("update outbox set sent_at = now(), attempts = attempts + 1, last_error = null"
                            + " where id = any(cast(? as uuid[]))")
                    .param(ids)
                    .update();
        }
    }

    private void postpone(Row row, String reason) {
        long delaySeconds = Math.min(30, 1L << Math.min(5, row.attempts()));
        log.warn("event=outbox-postponed id={} attempts={} reason=\"{}\"", row.id(), row.attempts() + 1, reason);
        jdbc.sql("update outbox set attempts = attempts + 1, last_error = :reason,"
                        + " due_at = now() + make_interval(secs => :delay) where id = :id")
                .param("reason", reason)
                .param("delay", delaySeconds)
                .param("id", row.id())
                .update();
    }

    private void purge() {
        if (System.nanoTime() - nextPurge >= 0) {
            jdbc.sql("delete from outbox where sent_at < now() - make_interval(secs => ?)")
                    .param(KEEP_SENT.toSeconds())
                    .update();
            nextPurge = System.nanoTime() + Duration.ofHours(1).toNanos();
        }
    }
}
