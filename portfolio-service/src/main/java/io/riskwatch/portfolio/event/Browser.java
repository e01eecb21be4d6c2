package io.riskwatch.portfolio.event;

import io.riskwatch.portfolio.organisation.Role;
import io.riskwatch.service.security.Caller;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * One connected browser with a queue and a writer of its own: its messages keep their order, and one that does not read
 * fills its own queue and is shown out.
 */
public final class Browser {

    private static final Logger log = LoggerFactory.getLogger(Browser.class);
    private static final CloseStatus TOO_SLOW = new CloseStatus(4408, "too slow");
    private static final int WAITING = 256;

    private final WebSocketSession session;
    private final Caller caller;
    private final @Nullable Instant expires;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread writer;

    Browser(WebSocketSession session, Caller caller, @Nullable Instant expires) {
        this.session = session;
        this.caller = caller;
        this.expires = expires;
        this.writer = Thread.ofVirtual().name("events-" + session.getId()).start(this::write);
    }

    public UUID organisationId() {
        return caller.organisationId();
    }

    UUID userId() {
        return caller.userId();
    }

    /** Whether who sits there sees every client of the organisation. */
    public boolean advises() {
        return Role.seeAllClients(caller.roles());
    }

    boolean expiredBy(Instant now) {
        return expires != null && !now.isBefore(expires);
    }

    /** Queues a message. */
    public void send(String text) {
        if (!waiting.offer(text)) {
            close(TOO_SLOW);
        }
    }

    /** On a thread of its own, for saying goodbye to somebody who does not listen takes a while. */
    void close(CloseStatus status) {
        Thread.startVirtualThread(() -> {
            try {
                session.close(status);
            } catch (IOException e) {
                log.debug("event=socket-close-failed reason=\"{}\"", e.getMessage());
            }
        });
    }

    /** The connection is over. */
    void left() {
        writer.interrupt();
    }

    private void write() {
        try {
            while (session.isOpen()) {
                session.sendMessage(new TextMessage(waiting.take()));
            }
        } catch (IOException | IllegalStateException e) {
            log.debug("event=socket-lost reason=\"{}\"", e.getMessage());
            close(TOO_SLOW);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
