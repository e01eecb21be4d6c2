package io.riskwatch.portfolio.paper.order;

/** What an order does. */
public enum Side {
    /** Buys; what is sold short is bought back first. */
    BUY,
    /** Sells what is held, and no more. */
    SELL,
    /** Sells what is not held. */
    SELL_SHORT;

    public boolean isBuy() {
        return this == BUY;
    }
}
