package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.tick.Tick;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prices that wait for the next pass: of each symbol the last one. Safe for several threads. */
final class ConflatedTicks {

    private Map<String, Tick> waiting = new LinkedHashMap<>();
    private long since;

    /** @param now of {@link System#nanoTime} */
    synchronized void put(List<Tick> ticks, long now) {
        if (waiting.isEmpty()) {
            since = now;
        }
        ticks.forEach(tick -> waiting.put(tick.symbol(), tick));
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** What waited, and since when the oldest of it did. */
    synchronized Batch take() {
        Batch taken = new Batch(waiting.values(), since);
        waiting = new LinkedHashMap<>();
        return taken;
    }

    /** @param since of {@link System#nanoTime}; means nothing when there are no ticks */
    record Batch(Collection<Tick> ticks, long since) {}
}
