package io.riskwatch.marketdata.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How providers' sockets are kept.
 *
 * @param enabled whether this replica may hold sockets; of those that may, one does
 * @param lease how long a replica that holds a socket may be silent before another takes over
 * @param ping how often the other side must show that it lives
 * @param staleAfter after how long a silence its prices are called delayed
 * @param deadAfter after how long a silence the connection is replaced
 * @param firstPause before the first attempt to connect again; each further one waits twice as long
 * @param longestPause the longest wait between attempts
 * @param refusedPause the wait after a refusal that trying does not cure
 */
@ConfigurationProperties("riskwatch.feeds")
public record FeedProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5s") Duration lease,
        @DefaultValue("1500ms") Duration ping,
        @DefaultValue("4s") Duration staleAfter,
        @DefaultValue("10s") Duration deadAfter,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("60s") Duration longestPause,
        @DefaultValue("15m") Duration refusedPause) {

    public FeedProperties {
        if (lease.compareTo(Duration.ofSeconds(2)) < 0) {
            throw new IllegalArgumentException("riskwatch.feeds.lease must be at least 2s");
        }
        if (ping.isNegative()
                || ping.isZero()
                || staleAfter.compareTo(ping) <= 0
                || deadAfter.compareTo(staleAfter) < 0) {
            throw new IllegalArgumentException("riskwatch.feeds needs 0 < ping < stale-after <= dead-after, were "
                    + ping + ", " + staleAfter + " and " + deadAfter);
        }
        if (firstPause.compareTo(Duration.ofMillis(10)) < 0 || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("riskwatch.feeds needs 10ms <= first-pause <= longest-pause, were "
                    + firstPause + " and " + longestPause);
        }
    }
}
