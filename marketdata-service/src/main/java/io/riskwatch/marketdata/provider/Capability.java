package io.riskwatch.marketdata.provider;

/** What a provider can be asked for. */
public enum Capability {
    QUOTE,
    DAILY_BARS,
    STREAM
}
