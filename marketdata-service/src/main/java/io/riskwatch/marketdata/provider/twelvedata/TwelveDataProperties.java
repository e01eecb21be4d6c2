package io.riskwatch.marketdata.provider.twelvedata;

import io.riskwatch.marketdata.provider.credit.Budget;
import io.riskwatch.marketdata.provider.http.Addresses;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access to Twelve Data; the defaults are its free plan.
 *
 * @param apiKey empty: not configured
 * @param streamSymbols how many symbols the plan lets its one connection subscribe to
 */
@ConfigurationProperties("riskwatch.providers.twelve-data")
public record TwelveDataProperties(
        @DefaultValue("") String apiKey,
        @DefaultValue("https://api.twelvedata.com/") URI apiUrl,
        @DefaultValue("wss://ws.twelvedata.com/v1/") URI websocketUrl,
        @DefaultValue("8") int creditsPerMinute,
        @DefaultValue("800") int creditsPerDay,
        @DefaultValue("8") int streamSymbols,
        @DefaultValue("4s") Duration timeout) {

    public TwelveDataProperties {
        apiKey = Addresses.key("riskwatch.providers.twelve-data.api-key", apiKey);
        Addresses.requireHttp("riskwatch.providers.twelve-data.api-url", apiUrl);
        Addresses.requireWebSocket("riskwatch.providers.twelve-data.websocket-url", websocketUrl);
        Addresses.requireTimeout("riskwatch.providers.twelve-data.timeout", timeout);
        Budget.of(creditsPerMinute, creditsPerDay);
        if (streamSymbols < 0) {
            throw new IllegalArgumentException("riskwatch.providers.twelve-data.stream-symbols must not be negative");
        }
    }

    @Override
    public String toString() {
        return "TwelveDataProperties[" + apiUrl + ", " + (apiKey.isEmpty() ? "no key" : "key given") + "]";
    }
}
