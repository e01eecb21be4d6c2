package io.riskwatch.portfolio.marketdata;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest price of an instrument, as marketdata-service tells it.
 *
 * @param stale whether it is older than it should be
 */
public record Quote(
        String symbol,
        BigDecimal price,
        String currency,
        @Nullable Instant asOf,
        @Nullable BigDecimal previousClose,
        @Nullable String provider,
        boolean simulated,
        boolean stale) {

    Quote aged() {
        return stale ? this : new Quote(symbol, price, currency, asOf, previousClose, provider, simulated, true);
    }
}
