package io.riskwatch.portfolio.client;

import io.riskwatch.portfolio.valuation.ValuedPosition;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A client's position as users of the API see it. */
record PositionView(
        @Schema(description = "Addresses it; that of the symbol within the client")
        long number,

        String symbol,

        @Schema(type = "string", format = "decimal", description = "Negative when sold short")
        String quantity,

        @Schema(description = "What averageCost and costBasis are in")
        String currency,

        @Schema(
                type = "string",
                format = "decimal",
                description = "Per unit; absent when the cost of a lot is not known")
        @Nullable
        String averageCost,

        @Schema(type = "string", format = "decimal", description = "Of all units") @Nullable
        String costBasis,

        @Schema(
                type = "string",
                format = "decimal",
                description = "In priceCurrency; absent when neither the market nor the ledger knows one")
        @Nullable
        String price,

        String priceCurrency,
        @Nullable Instant priceAsOf,

        @Schema(
                type = "string",
                format = "decimal",
                description = "In the account's currency; absent when the price or the exchange rate is not known")
        @Nullable
        String marketValue,

        @Schema(description = "The price is older than it should be, or none is known")
        boolean stale,

        @Schema(
                description =
                        "Since when the market is closed, whose last price stands meanwhile; absent while it is open")
        @Nullable
        Instant marketClosedSince,

        boolean simulated) {

    static PositionView of(ClientPosition position, Optional<ValuedPosition> valued, CurrencyUnit account) {
        return new PositionView(
                position.number(),
                position.symbol(),
                plain(position.quantity()),
                position.currency().getCode(),
                position.averageCost().map(PositionView::plain).orElse(null),
                position.cost().map(PositionView::plain).orElse(null),
                valued.flatMap(ValuedPosition::price).map(PositionView::plain).orElse(null),
                valued.map(ValuedPosition::priceCurrency)
                        .orElse(position.currency().getCode()),
                valued.map(ValuedPosition::priceAsOf).orElse(null),
                valued.flatMap(ValuedPosition::value)
                        .map(value -> value.setScale(account.getDecimalPlaces(), RoundingMode.HALF_EVEN)
                                .toPlainString())
                        .orElse(null),
                valued.map(one -> one.stale() || one.unpriced()).orElse(true),
                valued.flatMap(ValuedPosition::marketClosedSince).orElse(null),
                valued.map(ValuedPosition::simulated).orElse(false));
    }

    static String plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped).toPlainString();
    }
}
