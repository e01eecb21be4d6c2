package io.riskwatch.marketdata.provider.yahoo;

import io.riskwatch.marketdata.provider.credit.Budget;
import io.riskwatch.marketdata.provider.http.Addresses;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access to Yahoo's chart address, which is unofficial: whoever switches it on answers for keeping to Yahoo's terms.
 *
 * @param enabled off by default
 * @param cookieUrl gives the cookie that goes with a crumb
 * @param crumbUrl gives the crumb that a refused call is repeated with
 */
@ConfigurationProperties("riskwatch.providers.yahoo")
public record YahooProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("https://query1.finance.yahoo.com/") URI apiUrl,
        @DefaultValue("https://fc.yahoo.com/") URI cookieUrl,

        @DefaultValue("https://query2.finance.yahoo.com/v1/test/getcrumb")
        URI crumbUrl,

        @DefaultValue("30") int creditsPerMinute,
        @DefaultValue("2000") int creditsPerDay,
        @DefaultValue("4s") Duration timeout) {

    public YahooProperties {
        Addresses.requireHttp("riskwatch.providers.yahoo.api-url", apiUrl);
        Addresses.requireHttp("riskwatch.providers.yahoo.cookie-url", cookieUrl);
        Addresses.requireHttp("riskwatch.providers.yahoo.crumb-url", crumbUrl);
        Addresses.requireTimeout("riskwatch.providers.yahoo.timeout", timeout);
        Budget.of(creditsPerMinute, creditsPerDay);
    }
}
