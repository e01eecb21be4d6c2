package io.riskwatch.portfolio.tick;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.riskwatch.portfolio.marketdata.MarketSession;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A price that has just been made, as the message on Redis' channel {@code quotes} says it
 * (marketdata-service/contract/event/quote.schema.json).
 *
 * @param symbol as in a ledger; a currency pair's is the two codes, {@code EURUSD}
 * @param price of one unit, positive
 * @param asOf when it was made
 * @param previousClose the close of the trading day before, where there is one
 * @param sessionCloses when the session of its market under way closes, or the last one closed; absent where it never rests
 * @param nextOpens when the session after that one opens
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Tick(
        String symbol,
        BigDecimal price,
        String currency,
        Instant asOf,
        @Nullable BigDecimal previousClose,
        @Nullable Instant sessionCloses,
        @Nullable Instant nextOpens) {

    public Tick {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("a price must be positive, " + symbol + " was " + price);
        }
    }

    /** Of a market that never rests. */
    public Tick(String symbol, BigDecimal price, String currency, Instant asOf, @Nullable BigDecimal previousClose) {
        this(symbol, price, currency, asOf, previousClose, null, null);
    }

    public MarketSession session() {
        return MarketSession.of(sessionCloses, nextOpens);
    }

    /** For how long its market has been open since the price was made. */
    public Duration age(Instant now) {
        return session().openSince(asOf, now);
    }
}
