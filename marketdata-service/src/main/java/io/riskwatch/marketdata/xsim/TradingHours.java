package io.riskwatch.marketdata.xsim;

/** When the simulated exchange trades. */
public enum TradingHours {
    /** Round the clock: a session ends at midnight UTC, and the weekend belongs to Monday's. */
    ALWAYS,
    /** As exchanges do: 09:30 to 16:00 in New York, on weekdays that are no holiday. */
    EXCHANGE
}
