package io.riskwatch.portfolio.event;

import io.riskwatch.service.security.Caller;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * {@code /ws/events}: the server speaks first, then pushes what happens in the caller's organisation and nothing else, and
 * ends the connection when the token it began with is over. What clients say is ignored.
 */
@Component
class EventSocket extends TextWebSocketHandler {

    static final CloseStatus TOKEN_EXPIRED = new CloseStatus(4401, "token expired");

    private static final CloseStatus TOO_MANY = new CloseStatus(4429, "too many connections");
    private static final int HEARTBEAT_MILLIS = 5_000;
    private static final String HELLO = "{\"type\":\"hello\",\"heartbeatMs\":" + HEARTBEAT_MILLIS + "}";
    private static final String HEARTBEAT = "{\"type\":\"heartbeat\"}";
    private static final int MOST_OF_ONE_ORGANISATION = 200;

    private final ConcurrentHashMap<String, Browser> browsers = new ConcurrentHashMap<>();
    private final Clock clock;

    EventSocket(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        Jwt token = session.getPrincipal() instanceof JwtAuthenticationToken authenticated
                ? authenticated.getToken()
                : null;
        UUID organisation = organisation(token);
        if (token == null || organisation == null) {
            session.close(CloseStatus.POLICY_VIOLATION);
        } else if (of(organisation).size() >= MOST_OF_ONE_ORGANISATION) {
            session.close(TOO_MANY);
        } else {
            Browser browser = new Browser(session, organisation, token.getExpiresAt());
            browser.send(HELLO);
            browsers.put(session.getId(), browser);
        }
    }

    private static @Nullable UUID organisation(@Nullable Jwt token) {
        return token == null
                ? null
                : Caller.from(token).map(Caller::organisationId).orElse(null);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Browser browser = browsers.remove(session.getId());
        if (browser != null) {
            browser.left();
        }
    }

    /** Sends the text to every browser of the organisation that is connected here. */
    void push(UUID organisationId, String text) {
        of(organisationId).forEach(browser -> browser.send(text));
    }

    private List<Browser> of(UUID organisationId) {
        return browsers.values().stream()
                .filter(browser -> browser.organisationId().equals(organisationId))
                .toList();
    }

    @Scheduled(fixedRate = HEARTBEAT_MILLIS)
    void heartbeat() {
        browsers.values().forEach(browser -> browser.send(HEARTBEAT));
    }

    @Scheduled(fixedRate = 1_000)
    void endExpired() {
        Instant now = clock.instant();
        browsers.values().stream()
                .filter(browser -> browser.expiredBy(now))
                .forEach(browser -> browser.close(TOKEN_EXPIRED));
    }
}
