package io.riskwatch.marketdata.quote;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riskwatch.marketdata.calendar.MarketSession;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest price of a symbol, as Redis carries it (contract/event/quote.schema.json).
 *
 * @param asOf when the price was made
 * @param previousClose the close of the trading day before
 * @param change price less previous close
 * @param changeFraction change over previous close, 0.01 is one percent
 * @param sessionCloses when the market's session that was under way as this was told closes, or the last one closed; absent
 *     where the market never rests or its hours are not known
 * @param nextOpens when the session after that one opens
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
        boolean simulated,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant sessionCloses,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant nextOpens) {

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
        return new Quote(
                symbol, price, currency, asOf, previousClose, change, fraction, provider, simulated, null, null);
    }

    /** The same, told during or after a session. */
    Quote within(MarketSession session) {
        return new Quote(
                symbol,
                price,
                currency,
                asOf,
                previousClose,
                change,
                changeFraction,
                provider,
                simulated,
                session.closes(),
                session.nextOpens());
    }
}
