package io.riskwatch.portfolio.marginwatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code riskwatch.margin-watch.*}.
 *
 * @param pass the shortest time from one pass over the book to the next: how long prices are gathered
 * @param firstPrices how long after the start nobody is judged when there is no price at all
 * @param check how often all accounts are looked through for changes this replica was not told of
 */
@ConfigurationProperties("riskwatch.margin-watch")
record MarginWatchSettings(
        @DefaultValue("25ms") Duration pass,
        @DefaultValue("30s") Duration firstPrices,
        @DefaultValue("30s") Duration check) {

    MarginWatchSettings {
        if (pass.isNegative() || firstPrices.isNegative() || check.isNegative() || check.isZero()) {
            throw new IllegalArgumentException("riskwatch.margin-watch: times are at least 0, and check is above 0");
        }
    }
}
