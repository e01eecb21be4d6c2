package io.riskwatch.analytics.backtest;

/** What is tried on the past. */
enum Strategy {
    /** Today's weights, bought at the start and brought back to by a rule. */
    ALLOCATION,
    /** Held while a fast moving average is above a slow one. */
    MOVING_AVERAGE_CROSS
}
