package io.riskwatch.marketdata.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts connections, frames and prices. */
final class StreamMeters {
    private final AtomicInteger connections;
    private final Counter frames;
    private final Counter prices;
    private final Counter slow;

    StreamMeters(MeterRegistry registry) {
        connections = registry.gauge("riskwatch.stream.connections", new AtomicInteger());
        frames = registry.counter("riskwatch.stream.frames");
        prices = registry.counter("riskwatch.stream.prices");
        slow = registry.counter("riskwatch.stream.slow");
    }

    int connections() {
        return connections.get();
    }

    void connected() {
        connections.incrementAndGet();
    }

    void disconnected() {
        connections.decrementAndGet();
    }

    /** A client was given up because it took nothing. */
    void tooSlow() {
        slow.increment();
    }

    void sent(int sentFrames, int sentPrices) {
        if (sentFrames > 0) {
            frames.increment(sentFrames);
            prices.increment(sentPrices);
        }
    }
}
