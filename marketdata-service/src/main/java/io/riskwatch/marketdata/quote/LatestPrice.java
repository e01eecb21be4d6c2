package io.riskwatch.marketdata.quote;

import io.riskwatch.marketdata.provider.ProviderError;

/** The latest price there is of a symbol, or why there is none. */
public sealed interface LatestPrice {

    /**
     * A price.
     *
     * @param stale whether a newer one should be had but is not
     */
    record Known(Quote quote, boolean stale) implements LatestPrice {}

    /** No price at all. */
    record Missing(ProviderError reason) implements LatestPrice {}
}
