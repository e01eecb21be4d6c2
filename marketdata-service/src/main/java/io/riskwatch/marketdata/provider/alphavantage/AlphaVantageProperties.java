package io.riskwatch.marketdata.provider.alphavantage;

import io.riskwatch.marketdata.provider.credit.Budget;
import io.riskwatch.marketdata.provider.http.Addresses;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access to Alpha Vantage; the defaults are its free plan.
 *
 * @param apiKey empty: not configured
 * @param adjustedSeries whether the plan includes the daily series with dividends and splits
 */
@ConfigurationProperties("riskwatch.providers.alpha-vantage")
public record AlphaVantageProperties(
        @DefaultValue("") String apiKey,
        @DefaultValue("https://www.alphavantage.co/") URI apiUrl,
        @DefaultValue("5") int creditsPerMinute,
        @DefaultValue("25") int creditsPerDay,
        @DefaultValue("1100ms") Duration spacing,
        @DefaultValue("false") boolean adjustedSeries,
        @DefaultValue("4s") Duration timeout) {

    public AlphaVantageProperties {
        apiKey = Addresses.key("riskwatch.providers.alpha-vantage.api-key", apiKey);
        Addresses.requireHttp("riskwatch.providers.alpha-vantage.api-url", apiUrl);
        Addresses.requireTimeout("riskwatch.providers.alpha-vantage.timeout", timeout);
        new Budget(creditsPerMinute, creditsPerDay, spacing);
    }

    @Override
    public String toString() {
        return "AlphaVantageProperties[" + apiUrl + ", " + (apiKey.isEmpty() ? "no key" : "key given") + "]";
    }
}
