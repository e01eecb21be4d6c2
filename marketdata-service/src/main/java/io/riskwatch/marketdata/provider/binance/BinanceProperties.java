package io.riskwatch.marketdata.provider.binance;

import io.riskwatch.marketdata.provider.http.Addresses;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Binance's socket of market data, which needs no key.
 *
 * @param enabled off by default: a service calls nobody it was not told to call
 * @param streamSymbols at most 1,024 on one connection
 */
@ConfigurationProperties("riskwatch.providers.binance")
public record BinanceProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("wss://data-stream.binance.vision/ws") URI websocketUrl,
        @DefaultValue("200") int streamSymbols) {

    public BinanceProperties {
        Addresses.requireWebSocket("riskwatch.providers.binance.websocket-url", websocketUrl);
        if (streamSymbols < 1 || streamSymbols > 1_024) {
            throw new IllegalArgumentException(
                    "riskwatch.providers.binance.stream-symbols must lie in [1, 1024], was " + streamSymbols);
        }
    }
}
