package io.riskwatch.portfolio.marketdata;

/** What has been done to the prices of the past; marketdata-service knows what its source had done already. */
public enum PriceAdjustment {
    /** As traded on the day: what quantities of the day are worth, since the ledger books its splits itself. */
    RAW,
    /** Divided by later splits: what today's quantities would have been worth. */
    SPLITS,
    /** Total return: divided by later splits, every dividend reinvested at the close of its ex-date. */
    SPLITS_AND_DIVIDENDS
}
