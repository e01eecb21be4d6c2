package io.riskwatch.marketdata.stock;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.riskwatch.marketdata.quote.Quote;
import java.time.Instant;

/** A stored price under the names earlier clients know. */
record StockView(
        String symbol,
        Instant timestamp,
        @JsonProperty("current_price") double currentPrice) {

    static StockView of(Quote quote) {
        return new StockView(quote.symbol(), quote.asOf(), quote.price());
    }
}
