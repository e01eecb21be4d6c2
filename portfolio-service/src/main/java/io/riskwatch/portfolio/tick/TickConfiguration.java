package io.riskwatch.portfolio.tick;

import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import tools.jackson.databind.json.JsonMapper;

/** One subscription of this replica, with one thread that tells what it hears. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TickSettings.class)
class TickConfiguration {

    private static final int MOST_WAITING = 1_000;

    /** Messages that find no place are made up for by reading the hash, see {@link TickFeed#dropped}. */
    @Bean(destroyMethod = "shutdownNow")
    ThreadPoolExecutor tickThread() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name("tick-feed").daemon().factory());
    }

    @Bean
    TickFeed tickFeed(
            StringRedisTemplate redis,
            JsonMapper json,
            LatestTicks latest,
            List<TickListener> listeners,
            @Qualifier("tickThread") ThreadPoolExecutor thread) {
        var feed = new TickFeed(redis, json, latest, listeners, thread);
        thread.setRejectedExecutionHandler((message, executor) -> feed.dropped());
        return feed;
    }

    @Bean
    RedisMessageListenerContainer tickSubscription(
            RedisConnectionFactory redis, TickFeed feed, @Qualifier("tickThread") ThreadPoolExecutor thread) {
        var container = new RedisMessageListenerContainer();
        container.setConnectionFactory(redis);
        container.setTaskExecutor(thread);
        container.addMessageListener(feed, ChannelTopic.of(TickFeed.QUOTES));
        return container;
    }

    /** Redis is looked for again every second or two, not after ever longer pauses. */
    @Bean
    ClientResourcesBuilderCustomizer eagerReconnect() {
        return builder -> builder.reconnectDelay(
                () -> Delay.exponential(Duration.ofMillis(100), Duration.ofSeconds(2), 2, TimeUnit.MILLISECONDS));
    }
}
