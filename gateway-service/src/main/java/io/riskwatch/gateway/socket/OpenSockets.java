package io.riskwatch.gateway.socket;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends sockets with a code that tells the page what to do: 1013 when the service behind is away, 1001 when the gateway
 * stops, which would else wait for every open socket.
 */
@Component
@Primary
class OpenSockets implements WebSocketService, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OpenSockets.class);
    private static final CloseStatus TRY_AGAIN_LATER = new CloseStatus(1013, "service away");
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final HandshakeWebSocketService handshakes = new HandshakeWebSocketService();
    private final Set<WebSocketSession> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    @Override
    public Mono<Void> handleRequest(ServerWebExchange exchange, WebSocketHandler handler) {
        String path = exchange.getRequest().getPath().value();
        return handshakes.handleRequest(exchange, new WebSocketHandler() {
            @Override
            public List<String> getSubProtocols() {
                return handler.getSubProtocols();
            }

            @Override
            public Mono<Void> handle(WebSocketSession session) {
                return Mono.defer(() -> {
                            open.add(session);
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
        Flux.fromIterable(open)
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
