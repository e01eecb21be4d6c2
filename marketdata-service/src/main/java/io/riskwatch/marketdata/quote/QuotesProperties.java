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
 * @param fetchedFreshFor how long a quote that was fetched from a provider is answered before it is fetched anew
 * @param unknownFor how long a symbol that no provider knows is not asked for again
 * @param kept how long fetched quotes that were overtaken are kept
 */
@ConfigurationProperties("riskwatch.quotes")
record QuotesProperties(
        @DefaultValue("true") boolean feedEnabled,
        @DefaultValue("4s") Duration staleAfter,
        @DefaultValue("3s") Duration lease,
        @DefaultValue("60s") Duration fetchedFreshFor,
        @DefaultValue("1h") Duration unknownFor,
        @DefaultValue("30d") Duration kept) {

    QuotesProperties {
        if (staleAfter.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("riskwatch.quotes.stale-after must be at least 1s");
        }
        if (lease.compareTo(Duration.ofSeconds(2)) < 0) {
            throw new IllegalArgumentException("riskwatch.quotes.lease must be at least 2s");
        }
        if (fetchedFreshFor.compareTo(Duration.ofSeconds(1)) < 0 || unknownFor.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "riskwatch.quotes.fetched-fresh-for and unknown-for must be at least 1s");
        }
        if (kept.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("riskwatch.quotes.kept must be at least 1d");
        }
    }
}
