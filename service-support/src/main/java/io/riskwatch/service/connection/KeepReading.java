package io.riskwatch.service.connection;

import io.netty.channel.Channel;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.http.server.HttpServer;

/**
 * Asks every kept connection for its next request. Reactor Netty 1.3.6 forgets to when a request came before the last
 * answer was put away and is then answered at once; the client would wait for ever (reactor-netty 4361, mended in
 * 1.3.8, which needs a Netty that Boot 4.1.0 does not bring).
 */
class KeepReading implements NettyServerCustomizer {

    @Override
    public HttpServer apply(HttpServer server) {
        return server.childObserve(KeepReading::changed);
    }

    private static void changed(Connection connection, ConnectionObserver.State state) {
        if (state.equals(ConnectionObserver.State.DISCONNECTING)) { // an exchange is over, the connection may go on
            Channel channel = connection.channel();
            channel.eventLoop().execute(channel::read);
        }
    }
}
