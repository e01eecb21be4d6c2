package io.riskwatch.gateway.socket;

import io.riskwatch.gateway.signin.EndedSessions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends sockets with a code that tells the page what to do: 1013 when the service behind is away, 4401 when the browser was signed
 * out, 1001 when the gateway stops, which would else wait for every open socket.
 */
@Component
@Primary
class OpenSockets implements WebSocketService, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OpenSockets.class);
    private static final CloseStatus TRY_AGAIN_LATER = new CloseStatus(1013, "service away");
    private static final CloseStatus SIGNED_OUT = new CloseStatus(4401, "signed out");
    private static final String NONE = "";
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final HandshakeWebSocketService handshakes = new HandshakeWebSocketService();
    /** Each with the session of the browser that opened it; programs have none. */
    private final Map<WebSocketSession, String> open = new ConcurrentHashMap<>();

    private final Disposable closing;
    private volatile boolean running;

    OpenSockets(EndedSessions ended) {
        this.closing = ended.ids().subscribe(this::closeAllOf);
    }

    private void closeAllOf(String sessionId) {
        Flux.fromIterable(open.entrySet())
                .filter(socket -> socket.getValue().equals(sessionId))
                .flatMap(socket -> socket.getKey().close(SIGNED_OUT).onErrorComplete())
                .subscribe();
    }

    @Override
    public Mono<Void> handleRequest(ServerWebExchange exchange, WebSocketHandler handler) {
        return exchange.getPrincipal()
                .ofType(OAuth2AuthenticationToken.class)
                .flatMap(user -> exchange.getSession().map(WebSession::getId))
                .defaultIfEmpty(NONE)
                .flatMap(session -> handle(exchange, handler, session));
    }

    private Mono<Void> handle(ServerWebExchange exchange, WebSocketHandler handler, String sessionId) {
        String path = exchange.getRequest().getPath().value();
        return handshakes.handleRequest(exchange, new WebSocketHandler() {
            @Override
            public List<String> getSubProtocols() {
                return handler.getSubProtocols();
            }

            @Override
            public Mono<Void> handle(WebSocketSession session) {
                return Mono.defer(() -> {
                            open.put(session, sessionId);
                            return handler.handle(session);
                        })
                        .onErrorResume(failure -> {
                            log.warn("event=socket-failed path={} cause=\"{}\"", path, failure.toString());
                            return session.close(TRY_AGAIN_LATER);
                        })
                        .doFinally(end -> open.remove(session));
            }
        });
    }

    @Override
    public void start() {
        handshakes.start();
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable done) {
        running = false;
        closing.dispose();
        Flux.fromIterable(open.keySet())
                .flatMap(session -> session.close(CloseStatus.GOING_AWAY).onErrorComplete())
                .then()
                .timeout(GOODBYE, Mono.empty())
                .doFinally(end -> {
                    handshakes.stop();
                    done.run();
                })
                .subscribe();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
