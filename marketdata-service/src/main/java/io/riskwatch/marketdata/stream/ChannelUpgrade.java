package io.riskwatch.marketdata.stream;

import io.netty.channel.Channel;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.WebsocketServerSpec;

/** The usual handshake, with the connection's Netty channel handed to the handler, which then writes to it directly. */
final class ChannelUpgrade extends ReactorNettyRequestUpgradeStrategy {
    private static final String CHANNEL = ChannelUpgrade.class.getName();
    private static final int LARGEST_COMMAND = 64 * 1024;

    ChannelUpgrade() {
        super(() -> WebsocketServerSpec.builder().maxFramePayloadLength(LARGEST_COMMAND));
    }

    /** The channel of a session that was upgraded here. */
    static Channel channel(WebSocketSession session) {
        return (Channel) Objects.requireNonNull(session.getAttributes().get(CHANNEL), "not upgraded here");
    }

    @Override
    public Mono<Void> upgrade(
            ServerWebExchange exchange,
            WebSocketHandler handler,
            @Nullable String subProtocol,
            Supplier<HandshakeInfo> handshakeInfo) {
        AtomicReference<Channel> channel = new AtomicReference<>();
        HttpServerRequest request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        request.withConnection(connection -> channel.set(connection.channel()));
        WebSocketHandler withChannel = session -> {
            session.getAttributes().put(CHANNEL, channel.get());
            return handler.handle(session);
        };
        return super.upgrade(exchange, withChannel, subProtocol, handshakeInfo);
    }
}
