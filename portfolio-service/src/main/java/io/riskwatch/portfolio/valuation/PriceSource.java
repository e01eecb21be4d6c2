package io.riskwatch.portfolio.valuation;

/** Where a price comes from. */
public enum PriceSource {
    /** A quote that is as fresh as it should be. */
    LIVE,
    /** The last price that was quoted, which is older than it should be. */
    LAST_CLOSE,
    /** The price of the newest transaction, because nothing is quoted. */
    LAST_TRADE
}
