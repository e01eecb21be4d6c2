package io.riskwatch.portfolio.valuation;

import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.marketdata.MarketSession;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A position at a price. Money is in the portfolio's base currency and unrounded.
 *
 * @param price in {@code priceCurrency}; absent when neither the market nor the ledger knows one
 * @param value absent when the price or the exchange rate is
 * @param cost of what is held at today's exchange rate; absent when the cost of a lot is not known
 * @param dayChange since the previous close, of what is held now
 * @param unpriced whether the market does not know the symbol
 * @param stale whether the price is older than it should be
 * @param session when its market trades
 * @param marketClosedSince since when its market was closed as it was valued; empty while it is open
 */
public record ValuedPosition(
        Position position,
        Optional<BigDecimal> price,
        String priceCurrency,
        @Nullable Instant priceAsOf,
        PriceSource priceSource,
        Optional<BigDecimal> value,
        Optional<BigDecimal> cost,
        Optional<BigDecimal> dayChange,
        boolean unpriced,
        boolean stale,
        boolean simulated,
        MarketSession session,
        Optional<Instant> marketClosedSince) {

    public Optional<BigDecimal> gain() {
        return value.flatMap(worth -> cost.map(worth::subtract));
    }
}
