package io.riskwatch.marketdata.instrument;

/** The asset class of an instrument; OTHER where nobody said, as for an uploaded price column. */
public enum InstrumentType {
    EQUITY,
    ETF,
    FUND,
    BOND,
    COMMODITY,
    CRYPTO,
    FX,
    INDEX,
    FACTOR,
    CASH,
    OPTION,
    FUTURE,
    OTHER
}
