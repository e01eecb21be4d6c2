package io.riskwatch.marketdata.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rates and limits of the price stream.
 *
 * @param flushInterval at most one frame of prices per client and interval; 0 sends every tick as it comes
 * @param heartbeat how often a client hears from us although nothing changed
 * @param slowAfter how long a client may take nothing before it is closed as too slow
 * @param maxSymbols symbols one connection may subscribe
 * @param maxConnectionsPerUser connections one user may have open at this replica
 * @param maxConnections connections this replica carries
 * @param maxCommandsPerSecond commands one connection may send
 */
@ConfigurationProperties("riskwatch.stream")
record StreamProperties(
        @DefaultValue("100ms") Duration flushInterval,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("10s") Duration slowAfter,
        @DefaultValue("500") int maxSymbols,
        @DefaultValue("20") int maxConnectionsPerUser,
        @DefaultValue("10000") int maxConnections,
        @DefaultValue("50") int maxCommandsPerSecond) {

    StreamProperties {
        if (flushInterval.toMillis() < 5 && !flushInterval.isZero()) {
            throw new IllegalArgumentException(
                    "riskwatch.stream.flush-interval must be at least 5ms, or 0 for a frame per tick");
        }
        if (heartbeat.compareTo(flushInterval) < 0) {
            throw new IllegalArgumentException("riskwatch.stream.heartbeat must not be shorter than flush-interval");
        }
        if (maxSymbols < 1 || maxConnectionsPerUser < 1 || maxConnections < 1 || maxCommandsPerSecond < 1) {
            throw new IllegalArgumentException("riskwatch.stream: every limit must be at least 1");
        }
    }

    /** Whether ticks wait for the next frame. */
    boolean conflated() {
        return !flushInterval.isZero();
    }
}
