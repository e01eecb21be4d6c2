package io.riskwatch.marketdata.provider.finnhub;

import io.riskwatch.marketdata.provider.http.Addresses;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access to Finnhub's socket; the defaults are its free plan.
 *
 * @param apiKey empty: not configured
 */
@ConfigurationProperties("riskwatch.providers.finnhub")
public record FinnhubProperties(
        @DefaultValue("") String apiKey,
        @DefaultValue("wss://ws.finnhub.io") URI websocketUrl,
        @DefaultValue("50") int streamSymbols) {

    public FinnhubProperties {
        apiKey = Addresses.key("riskwatch.providers.finnhub.api-key", apiKey);
        Addresses.requireWebSocket("riskwatch.providers.finnhub.websocket-url", websocketUrl);
        if (streamSymbols < 1) {
            throw new IllegalArgumentException("riskwatch.providers.finnhub.stream-symbols must be at least 1");
        }
    }

    @Override
    public String toString() {
        return "FinnhubProperties[" + websocketUrl + ", " + (apiKey.isEmpty() ? "no key" : "key given") + "]";
    }
}
