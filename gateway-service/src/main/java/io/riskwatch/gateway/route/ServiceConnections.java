package io.riskwatch.gateway.route;

import java.util.List;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.config.HttpClientFactory;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.config.HttpClientSslConfigurer;
import org.springframework.stereotype.Component;
import reactor.netty.resources.ConnectionProvider;

/** The gateway's client as it is configured, with a pool of connections for each event loop. */
@Component
class ServiceConnections extends HttpClientFactory {

    ServiceConnections(
            HttpClientProperties properties,
            ServerProperties server,
            List<HttpClientCustomizer> customizers,
            HttpClientSslConfigurer ssl) {
        super(properties, server, ssl, customizers);
    }

    @Override
    protected ConnectionProvider buildConnectionProvider(HttpClientProperties properties) {
        return new LoopConnections(() -> super.buildConnectionProvider(properties));
    }
}
