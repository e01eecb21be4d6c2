package io.riskwatch.marketdata.series;

/** What has been done to a series of prices, so that nothing is done twice. */
public enum Adjustment {
    /** As traded on the day. */
    RAW,
    /** Divided by later splits. */
    SPLITS,
    /** Divided by later splits, with every dividend reinvested at the close of its ex-date: total return. */
    SPLITS_AND_DIVIDENDS
}
