package io.riskwatch.marketdata.quote;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.Delay;
import io.riskwatch.marketdata.instrument.KnownInstruments;
import io.riskwatch.marketdata.provider.Providers;
import io.riskwatch.marketdata.xsim.Exchange;
import io.riskwatch.marketdata.xsim.Listing;
import io.riskwatch.marketdata.xsim.XsimProperties;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientConfigurationBuilderCustomizer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Wires the way of a quote: feed, Redis, memory. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuotesProperties.class)
class QuoteConfiguration {

    private static final int MOST_STORED = 20_000;

    /** Knows every simulated price and every stored one from the start; Redis makes them fresh. */
    @Bean
    @DependsOnDatabaseInitialization
    LatestQuotes latestQuotes(
            Exchange exchange, StoredQuotes stored, SymbolSessions sessions, QuotesProperties properties, Clock clock) {
        LatestQuotes latest = new LatestQuotes(clock, properties.staleAfter());
        latest.remember(stored.newest(MOST_STORED).stream()
                .filter(quote -> !quote.simulated())
                .toList());
        latest.remember(SimulatedFeed.quotes(exchange, clock.instant()).stream()
                .map(sessions::within)
                .toList());
        return latest;
    }

    @Bean
    QuoteSubscription quoteSubscription(
            LettuceConnectionFactory connections,
            QuotePublisher publisher,
            QuoteJson json,
            LatestQuotes latest,
            Clock clock) {
        return new QuoteSubscription(connections, publisher, json, latest, clock);
    }

    @Bean
    @ConditionalOnProperty(name = "riskwatch.quotes.feed-enabled", matchIfMissing = true)
    SimulatedFeed simulatedFeed(
            Exchange exchange,
            XsimProperties xsim,
            QuotesProperties properties,
            QuotePublisher publisher,
            StringRedisTemplate redis,
            Clock clock) {
        return new SimulatedFeed(
                exchange, xsim, publisher, new FeedLease(redis, Listing.PROVIDER, properties.lease()), clock);
    }

    @Bean
    QuoteDesk quoteDesk(
            Exchange exchange,
            LatestQuotes latest,
            FeedStates feeds,
            Providers providers,
            KnownInstruments instruments,
            SymbolSessions sessions,
            StoredQuotes stored,
            QuotePublisher publisher,
            StringRedisTemplate redis,
            QuotesProperties properties,
            Clock clock) {
        return new QuoteDesk(
                exchange,
                latest,
                feeds,
                providers,
                instruments,
                sessions,
                stored,
                publisher,
                redis,
                properties,
                clock,
                new VirtualThreadTaskExecutor("quote-desk-"));
    }

    /** While Redis is away commands fail at once instead of queueing up old prices. */
    @Bean
    LettuceClientConfigurationBuilderCustomizer failFast() {
        return builder -> builder.clientOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(Duration.ofSeconds(2))
                        .keepAlive(true)
                        .build())
                .timeoutOptions(TimeoutOptions.enabled())
                .build());
    }

    /** Redis is looked for again every second or two, not after ever longer pauses. */
    @Bean
    ClientResourcesBuilderCustomizer eagerReconnect() {
        return builder -> builder.reconnectDelay(() -> Delay.exponential(
                Duration.ofMillis(100), Duration.ofSeconds(2), 2, java.util.concurrent.TimeUnit.MILLISECONDS));
    }
}
