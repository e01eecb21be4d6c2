package io.riskwatch.marketdata.quote;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How quotes travel.
 *
 * @param feedEnabled whether this replica may make simulated quotes; one of those that may does
 * @param staleAfter how long the feed may be silent before its quotes are called stale
 * @param lease how long a replica that makes quotes may be silent before another takes over
 */
@ConfigurationProperties("riskwatch.quotes")
record QuotesProperties(
        @DefaultValue("true") boolean feedEnabled,
        @DefaultValue("4s") Duration staleAfter,
        @DefaultValue("3s") Duration lease) {

    QuotesProperties {
        if (staleAfter.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("riskwatch.quotes.stale-after must be at least 1s");
        }
        if (lease.compareTo(Duration.ofSeconds(2)) < 0) {
            throw new IllegalArgumentException("riskwatch.quotes.lease must be at least 2s");
        }
    }
}
