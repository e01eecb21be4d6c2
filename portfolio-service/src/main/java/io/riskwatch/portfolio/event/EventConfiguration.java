package io.riskwatch.portfolio.event;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.PatternTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

/** The socket's path and the Redis channel that feeds it. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class EventConfiguration {

    /**
     * Any origin: this service takes bearer tokens only, which no foreign page has. The gateway, which takes cookies,
     * checks the origin; on behalf of a program that sends none its HTTP client makes one up.
     */
    @Bean
    WebSocketConfigurer eventSockets(EventSocket socket) {
        return registry -> registry.addHandler(socket, "/ws/events").setAllowedOriginPatterns("*");
    }

    /** One thread, so that what was told first arrives first. */
    @Bean
    RedisMessageListenerContainer eventFeed(RedisConnectionFactory redis, EventSocket socket) {
        var container = new RedisMessageListenerContainer();
        container.setConnectionFactory(redis);
        container.setTaskExecutor(Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("event-feed").daemon().factory()));
        container.addMessageListener(
                (message, pattern) -> {
                    String channel = new String(message.getChannel(), StandardCharsets.UTF_8);
                    socket.push(
                            UUID.fromString(channel.substring(OwnerEvents.CHANNEL.length())),
                            new String(message.getBody(), StandardCharsets.UTF_8));
                },
                new PatternTopic(OwnerEvents.CHANNEL + "*"));
        return container;
    }
}
