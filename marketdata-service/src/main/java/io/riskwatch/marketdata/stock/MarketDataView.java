package io.riskwatch.marketdata.stock;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.riskwatch.marketdata.quote.Quote;
import java.time.Instant;

/**
 * A price of an instrument, with its market.
 *
 * @param exchange the market's MIC, where known
 */
record MarketDataView(
        String instrument,
        String symbol,
        String exchange,
        Instant timestamp,
        @JsonProperty("current_price") double currentPrice,
        String currency) {

    static MarketDataView of(Quote quote, String exchange) {
        String symbol = quote.symbol().split(":", 2)[0];
        return new MarketDataView(
                symbol + ":" + exchange, symbol, exchange, quote.asOf(), quote.price(), quote.currency());
    }
}
