package io.riskwatch.marketdata.feed;

import io.riskwatch.marketdata.instrument.KnownInstruments;
import io.riskwatch.marketdata.provider.Providers;
import io.riskwatch.marketdata.provider.credit.CreditLedger;
import io.riskwatch.marketdata.quote.FeedLease;
import io.riskwatch.marketdata.quote.FeedStates;
import io.riskwatch.marketdata.quote.LatestQuotes;
import io.riskwatch.marketdata.quote.QuotePublisher;
import io.riskwatch.marketdata.quote.SymbolInterest;
import io.riskwatch.marketdata.xsim.Exchange;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A feed for every configured provider with a socket. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
class FeedConfiguration {

    @Bean
    ProviderFeeds providerFeeds(
            FeedProperties properties,
            StringRedisTemplate redis,
            SymbolInterest interest,
            Providers providers,
            KnownInstruments instruments,
            Exchange exchange,
            LatestQuotes latest,
            QuotePublisher publisher,
            FeedStates states,
            CreditLedger ledger,
            Clock clock) {
        return new ProviderFeeds(providers.all().stream()
                .filter(provider -> properties.enabled() && provider.configured())
                .filter(provider -> provider.stream().isPresent())
                .map(provider -> new ProviderFeed(
                        provider.name(),
                        provider.stream().orElseThrow(),
                        new ProviderFeed.Around(
                                new FeedLease(redis, provider.name(), properties.lease()),
                                interest,
                                providers,
                                instruments,
                                exchange,
                                latest,
                                publisher,
                                states,
                                ledger),
                        properties,
                        clock,
                        RandomGenerator.getDefault()))
                .toList());
    }
}
