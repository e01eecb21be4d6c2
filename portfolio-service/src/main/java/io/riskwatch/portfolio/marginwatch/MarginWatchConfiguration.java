package io.riskwatch.portfolio.marginwatch;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

/** What the replicas tell each other, and the path of a client's socket. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MarginWatchSettings.class)
class MarginWatchConfiguration {

    /** Any origin, as of {@code /ws/events}: bearer tokens only. */
    @Bean
    WebSocketConfigurer clientSockets(ClientSocket socket) {
        return registry ->
                registry.addHandler(socket, ClientSocket.PATH + "{number:\\d+}").setAllowedOriginPatterns("*");
    }

    @Bean
    RedisMessageListenerContainer marginAccountChanges(RedisConnectionFactory redis, AccountChanges changes) {
        var container = new RedisMessageListenerContainer();
        container.setConnectionFactory(redis);
        container.addMessageListener(changes, ChannelTopic.of(AccountChanges.CHANNEL));
        return container;
    }
}
