package io.riskwatch.portfolio.marketdata;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How marketdata-service is reached.
 *
 * @param marketdataUrl its internal address
 * @param marketdata how long it may take
 */
@ConfigurationProperties("riskwatch")
record MarketDataSettings(
        @DefaultValue("http://localhost:8082") URI marketdataUrl,
        @DefaultValue Limits marketdata) {

    /**
     * Limits of one call.
     *
     * @param connectTimeout until it is there
     * @param readTimeout until it has answered
     * @param quotesKept how many last quotes are remembered for when it is away
     */
    record Limits(
            @DefaultValue("1s") Duration connectTimeout,
            @DefaultValue("3s") Duration readTimeout,
            @DefaultValue("10000") int quotesKept) {

        Limits {
            if (connectTimeout.isNegative()
                    || connectTimeout.isZero()
                    || readTimeout.isNegative()
                    || readTimeout.isZero()) {
                throw new IllegalArgumentException("a time-out is above zero");
            }
            if (quotesKept < 1) {
                throw new IllegalArgumentException("riskwatch.marketdata.quotes-kept is at least 1, was " + quotesKept);
            }
        }
    }
}
