package io.riskwatch.portfolio.alert.rule;

/** What a rule watches. */
public enum AlertKind {
    /** The latest price of a security, in its currency. */
    PRICE,
    /** Its change since the previous close, or from the lowest or highest price of a window of minutes, as a fraction. */
    PERCENT_MOVE,
    /** How far a portfolio, deposits and withdrawals apart, is below its highest close since a day, as a fraction. */
    DRAWDOWN,
    /** A portfolio's loss of today in units of its last stored VaR, or that VaR as a fraction of the value. */
    VALUE_AT_RISK,
    /** The largest distance of a bucket from the portfolio's target allocation, as a fraction of the total. */
    DRIFT,
    /** How far prices can fall before a margin call, as a fraction, or the state of the margin account. */
    MARGIN_DISTANCE,
    /** Minutes since the last price of a security, or of the portfolio's holding that was priced longest ago. */
    STALE_DATA;

    /** Whether it is worked out of one security's ticks alone. */
    public boolean ofTick() {
        return this == PRICE || this == PERCENT_MOVE;
    }
}
