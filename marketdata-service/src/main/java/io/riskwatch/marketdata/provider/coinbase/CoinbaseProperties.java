package io.riskwatch.marketdata.provider.coinbase;

import io.riskwatch.marketdata.provider.http.Addresses;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Coinbase Exchange's socket of market data, which needs no key.
 *
 * @param enabled off by default: a service calls nobody it was not told to call
 */
@ConfigurationProperties("riskwatch.providers.coinbase")
public record CoinbaseProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("wss://ws-feed.exchange.coinbase.com") URI websocketUrl,
        @DefaultValue("100") int streamSymbols) {

    public CoinbaseProperties {
        Addresses.requireWebSocket("riskwatch.providers.coinbase.websocket-url", websocketUrl);
        if (streamSymbols < 1) {
            throw new IllegalArgumentException("riskwatch.providers.coinbase.stream-symbols must be at least 1");
        }
    }
}
