package io.riskwatch.marketdata.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.riskwatch.marketdata.quote.FeedStates;
import io.riskwatch.marketdata.quote.LatestQuotes;
import io.riskwatch.marketdata.quote.QuoteDesk;
import io.riskwatch.marketdata.quote.SymbolInterest;
import io.riskwatch.marketdata.upload.UploadedHistory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.support.WebSocketHandlerAdapter;
import tools.jackson.databind.json.JsonMapper;

/** Wires the price stream into WebFlux and bounds what a connection may hold. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamProperties.class)
class StreamConfiguration {
    private static final String PATH = "/ws/prices";
    private static final int SEND_BUFFER = 64 * 1024;
    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(16 * 1024, 64 * 1024);

    @Bean
    PriceStream priceStream(
            LatestQuotes latest,
            UploadedHistory uploads,
            QuoteDesk desk,
            FeedStates feeds,
            SymbolInterest interest,
            StreamProperties properties,
            MeterRegistry registry,
            JsonMapper json,
            Clock clock) {
        return new PriceStream(
                latest, uploads, desk, feeds, interest, properties, new StreamMeters(registry), json, clock);
    }

    /**
     * Any origin: this service takes bearer tokens only, which no foreign page has. The gateway, which takes cookies,
     * checks the origin; on behalf of a program that sends none its HTTP client makes one up.
     */
    @Bean
    HandlerMapping priceStreamMapping(PriceStream stream) {
        CorsConfiguration origins = new CorsConfiguration();
        origins.addAllowedOriginPattern("*");
        origins.setAllowedMethods(List.of("GET"));
        SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping(Map.of(PATH, stream), Ordered.HIGHEST_PRECEDENCE);
        mapping.setCorsConfigurations(Map.of(PATH, origins));
        return mapping;
    }

    @Bean
    WebSocketHandlerAdapter webSocketHandlerAdapter() {
        return new WebSocketHandlerAdapter(new HandshakeWebSocketService(new ChannelUpgrade()));
    }

    /** Without these the kernel keeps megabytes for a client that reads nothing. */
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> boundedSendBuffers() {
        return factory ->
                factory.addServerCustomizers(server -> server.childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER)
                        .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK));
    }
}
