package io.riskwatch.portfolio.paper.order;

/** When an order trades, and at which price. */
public enum OrderType {
    /** At the next price. */
    MARKET,
    /** At the limit or better. */
    LIMIT,
    /** Becomes a market order when the price reaches the stop. */
    STOP,
    /** Becomes a limit order when the price reaches the stop. */
    STOP_LIMIT,
    /** A stop that follows the price at a distance while it moves in the owner's favour, and never back. */
    TRAILING_STOP;

    /** Whether it waits for a price before it may trade. */
    public boolean hasTrigger() {
        return this == STOP || this == STOP_LIMIT || this == TRAILING_STOP;
    }

    boolean hasLimit() {
        return this == LIMIT || this == STOP_LIMIT;
    }

    boolean hasStop() {
        return this == STOP || this == STOP_LIMIT;
    }
}
