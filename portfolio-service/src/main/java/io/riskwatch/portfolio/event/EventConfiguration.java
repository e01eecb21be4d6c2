package io.riskwatch.portfolio.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.Message;
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
                (message, pattern) -> socket.push(organisation(message, OwnerEvents.CHANNEL), text(message)),
                new PatternTopic(OwnerEvents.CHANNEL + "*"));
        container.addMessageListener(
                (message, pattern) ->
                        socket.pushToAdvisers(organisation(message, OwnerEvents.ADVISERS_CHANNEL), text(message)),
                new PatternTopic(OwnerEvents.ADVISERS_CHANNEL + "*"));
        container.addMessageListener(
                (message, pattern) -> {
                    String[] told = text(message).split("\n", 2);
                    Set<UUID> granted = Arrays.stream(told[0].split(","))
                            .map(UUID::fromString)
                            .collect(Collectors.toSet());
                    socket.pushToGranted(organisation(message, OwnerEvents.GRANTED_CHANNEL), granted, told[1]);
                },
                new PatternTopic(OwnerEvents.GRANTED_CHANNEL + "*"));
        return container;
    }

    private static UUID organisation(Message message, String prefix) {
        String channel = new String(message.getChannel(), StandardCharsets.UTF_8);
        return UUID.fromString(channel.substring(prefix.length()));
    }

    private static String text(Message message) {
        return new String(message.getBody(), StandardCharsets.UTF_8);
    }
}
