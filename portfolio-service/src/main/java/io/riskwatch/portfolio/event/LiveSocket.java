package io.riskwatch.portfolio.event;

import io.riskwatch.service.security.Caller;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * A socket on which the server speaks first and goes on speaking about one topic, and which ends when the token it began with is
 * over. Close codes: 1008 for who may not listen, 4401 token expired, 4408 too slow, 4429 too many of one topic.
 *
 * @param <T> what it is about
 */
public abstract class LiveSocket<T> extends TextWebSocketHandler {

    static final CloseStatus TOKEN_EXPIRED = new CloseStatus(4401, "token expired");

    private static final CloseStatus TOO_MANY = new CloseStatus(4429, "too many connections");
    private static final int HEARTBEAT_MILLIS = 5_000;
    private static final String HELLO = "{\"type\":\"hello\",\"heartbeatMs\":" + HEARTBEAT_MILLIS + "}";
    private static final String HEARTBEAT = "{\"type\":\"heartbeat\"}";
    private static final int MOST_OF_ONE_TOPIC = 200;

    private final ConcurrentHashMap<String, Listener<T>> listeners = new ConcurrentHashMap<>();
    private final Clock clock;

    protected LiveSocket(Clock clock) {
        this.clock = clock;
    }

    private record Listener<T>(WebSocketSession session, Caller caller, Browser browser, T topic) {}

    /** What this session is about, asked as the caller; empty when they may not listen. */
    protected abstract Optional<T> topic(WebSocketSession session, Caller caller);

    /** The browser has been greeted and hears from now on what is pushed about the topic. */
    protected void joined(Browser browser, T topic) {}

    /** The browser said something. */
    protected void heard(Browser browser, String text) {}

    /** The browser is gone. */
    protected void left(Browser browser, T topic) {}

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        Jwt token = session.getPrincipal() instanceof JwtAuthenticationToken authenticated
                ? authenticated.getToken()
                : null;
        Optional<Caller> caller = token == null ? Optional.empty() : Caller.from(token);
        Optional<T> topic = caller.flatMap(known -> asThemselves(session, () -> topic(session, known)));
        if (token == null || caller.isEmpty() || topic.isEmpty()) {
            session.close(CloseStatus.POLICY_VIOLATION);
        } else if (about(topic.get()).size() >= MOST_OF_ONE_TOPIC) {
            session.close(TOO_MANY);
        } else {
            Browser browser = new Browser(session, caller.get(), token.getExpiresAt());
            browser.send(HELLO);
            listeners.put(session.getId(), new Listener<>(session, caller.get(), browser, topic.get()));
            joined(browser, topic.get());
        }
    }

    /** A socket's thread knows of no caller by itself. */
    private static <R> R asThemselves(WebSocketSession session, Supplier<R> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext theirs = SecurityContextHolder.createEmptyContext();
        theirs.setAuthentication((Authentication) session.getPrincipal());
        SecurityContextHolder.setContext(theirs);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        Listener<T> listener = listeners.get(session.getId());
        if (listener != null) {
            heard(listener.browser(), message.getPayload());
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Listener<T> listener = listeners.remove(session.getId());
        if (listener != null) {
            listener.browser().left();
            left(listener.browser(), listener.topic());
        }
    }

    /** The browsers connected here that listen to it. */
    protected List<Browser> about(T topic) {
        return listeners.values().stream()
                .filter(listener -> listener.topic().equals(topic))
                .map(Listener::browser)
                .toList();
    }

    @Scheduled(fixedRate = HEARTBEAT_MILLIS)
    void heartbeat() {
        listeners.values().forEach(listener -> listener.browser().send(HEARTBEAT));
    }

    /** Who may not listen any more hears no more; a role holds as long as the token, a grant may be taken at any time. */
    @Scheduled(fixedRate = HEARTBEAT_MILLIS)
    void endForbidden() {
        listeners.values().stream()
                .filter(listener -> !listener.browser().advises())
                .filter(listener -> asThemselves(listener.session(), () -> topic(listener.session(), listener.caller()))
                        .isEmpty())
                .forEach(listener -> listener.browser().close(CloseStatus.POLICY_VIOLATION));
    }

    @Scheduled(fixedRate = 1_000)
    void endExpired() {
        Instant now = clock.instant();
        listeners.values().stream()
                .map(Listener::browser)
                .filter(browser -> browser.expiredBy(now))
                .forEach(browser -> browser.close(TOKEN_EXPIRED));
    }
}
