package io.riskwatch.portfolio.tick;

import java.util.List;

/**
 * Hears of prices: after the start and after each lost connection of the latest of every symbol, then of each batch as it comes.
 * Always on the same thread, in order, never of a price older than one already told. Must be quick: whoever needs a database or
 * another service hands over to a thread of its own.
 */
@FunctionalInterface
public interface TickListener {

    void ticks(List<Tick> ticks);
}
