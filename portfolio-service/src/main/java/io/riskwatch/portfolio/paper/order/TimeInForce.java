package io.riskwatch.portfolio.paper.order;

/** How long an order stands. */
public enum TimeInForce {
    /** Until the close of the market's day. */
    DAY,
    /** Good till cancelled. */
    GTC
}
