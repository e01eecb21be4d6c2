package io.riskwatch.portfolio.valuation;

/** Which lots a sale consumes. */
enum LotMethod {
    /** The oldest first. */
    FIFO
}
