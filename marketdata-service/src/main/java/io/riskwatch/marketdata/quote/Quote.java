package io.riskwatch.marketdata.quote;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest price of a symbol, as Redis carries it (contract/event/quote.schema.json).
 *
 * @param asOf when the price was made
 * @param previousClose the close of the trading day before
 * @param change price less previous close
 * @param changeFraction change over previous close, 0.01 is one percent
 */
public record Quote(
        String symbol,
        double price,
        String currency,
        Instant asOf,
        @Nullable Double previousClose,
        @Nullable Double change,
        @Nullable Double changeFraction,
        String provider,
        boolean simulated) {

    public Quote {
        if (!(price > 0) || Double.isInfinite(price)) {
            throw new IllegalArgumentException("a price must be positive and finite, " + symbol + " was " + price);
        }
    }

    /** A quote whose change follows from the two prices. */
    public static Quote of(
            String symbol,
            double price,
            String currency,
            Instant asOf,
            @Nullable Double previousClose,
            String provider,
            boolean simulated) {
        Double change = previousClose == null ? null : price - previousClose;
        Double fraction = previousClose == null ? null : price / previousClose - 1;
        return new Quote(symbol, price, currency, asOf, previousClose, change, fraction, provider, simulated);
    }
}
