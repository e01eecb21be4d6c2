package io.riskwatch.service.connection;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import reactor.netty.http.server.HttpServer;

/** Mends the connections of a service that runs on Reactor Netty. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass({NettyServerCustomizer.class, HttpServer.class})
class NettyConnectionAutoConfiguration {

    @Bean
    NettyServerCustomizer keepReading() {
        return new KeepReading();
    }
}
