package io.riskwatch.marketdata.quote;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import tools.jackson.core.JacksonException;

/**
 * Listens to the quotes channel and fills {@link LatestQuotes}. Connects whenever Redis can be reached, not only at the
 * start, and does so anew when the channel has been silent for long.
 */
final class QuoteSubscription implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(QuoteSubscription.class);
    private static final Duration SUSPICIOUS_SILENCE = Duration.ofSeconds(8);

    private final LettuceConnectionFactory connections;
    private final QuotePublisher publisher;
    private final QuoteJson json;
    private final LatestQuotes latest;
    private final Clock clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("quote-subscription").daemon().factory());
    private volatile @Nullable ScheduledFuture<?> watching;
    private @Nullable StatefulRedisPubSubConnection<String, String> connection;
    private Instant connectedAt = Instant.EPOCH;
    private boolean away;

    QuoteSubscription(
            LettuceConnectionFactory connections,
            QuotePublisher publisher,
            QuoteJson json,
            LatestQuotes latest,
            Clock clock) {
        this.connections = connections;
        this.publisher = publisher;
        this.json = json;
        this.latest = latest;
        this.clock = clock;
    }

    @Override
    public void start() {
        watching = executor.scheduleWithFixedDelay(this::connectWhereNeeded, 0, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        ScheduledFuture<?> stopping = watching;
        if (stopping != null) {
            watching = null;
            stopping.cancel(false);
            executor.execute(this::disconnect);
        }
    }

    @Override
    public boolean isRunning() {
        return watching != null;
    }

    private void connectWhereNeeded() {
        try {
            Instant silentSince = latest.lastArrival().isAfter(connectedAt) ? latest.lastArrival() : connectedAt;
            if (connection != null && silentSince.plus(SUSPICIOUS_SILENCE).isAfter(clock.instant())) {
                return;
            }
            disconnect();
            connect();
            if (away) {
                away = false;
                log.info("event=quotes-resubscribed");
            }
        } catch (RedisException | DataAccessException | IllegalStateException e) {
            disconnect();
            if (!away) {
                away = true;
                log.warn("event=quotes-unsubscribed reason=\"{}\"", e.getMessage());
            }
        } catch (RuntimeException e) {
            log.error("event=quotes-subscription-failed", e); // and try again in a second
        }
    }

    private void connect() {
        RedisClient client = (RedisClient) connections.getRequiredNativeClient();
        StatefulRedisPubSubConnection<String, String> fresh = client.connectPubSub();
        connection = fresh;
        connectedAt = clock.instant();
        fresh.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String message) {
                take(message);
            }
        });
        fresh.sync().subscribe(QuotePublisher.CHANNEL);
        latest.remember(publisher.stored());
    }

    private void take(String message) {
        try {
            latest.arrived(json.readAll(message));
        } catch (JacksonException e) {
            log.warn("event=quotes-unreadable reason=\"{}\"", e.getOriginalMessage());
        }
    }

    private void disconnect() {
        StatefulRedisPubSubConnection<String, String> old = connection;
        if (old != null) {
            connection = null;
            old.closeAsync().exceptionally(failure -> {
                log.debug("event=quotes-connection-close-failed", failure);
                return null;
            });
        }
    }
}
