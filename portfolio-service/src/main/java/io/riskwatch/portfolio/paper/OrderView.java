package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.paper.order.Order;
import io.riskwatch.portfolio.paper.order.OrderState;
import io.riskwatch.portfolio.paper.order.OrderTerms;
import io.riskwatch.portfolio.paper.order.OrderType;
import io.riskwatch.portfolio.paper.order.Reason;
import io.riskwatch.portfolio.paper.order.Side;
import io.riskwatch.portfolio.paper.order.TimeInForce;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A paper order as clients see it; quantities and prices are decimal strings. */
record OrderView(
        UUID id,
        UUID portfolioId,
        String symbol,
        String currency,
        Side side,
        OrderType type,
        String quantity,
        @Nullable String limitPrice,
        @Nullable String stopPrice,
        @Nullable String trailAmount,
        @Nullable BigDecimal trailFraction,
        TimeInForce timeInForce,
        OrderState state,
        String filledQuantity,
        String remainingQuantity,

        @Schema(description = "Weighted by quantity, without fees; absent before the first trade") @Nullable
        String averagePrice,

        String fees,

        @Schema(description = "Whether its stop was reached")
        boolean triggered,

        @Schema(description = "The price that sets it off now; of a TRAILING_STOP it follows the price") @Nullable
        String currentStop,

        @Schema(description = "When a DAY order ends") @Nullable
        Instant expiresAt,

        @Schema(description = "Why it was rejected, cancelled or expired") @Nullable
        OrderReasonView reason,

        @Schema(description = "Whether the platform made it to meet a margin call")
        boolean system,

        @Schema(description = "Counts commands and trades, as the ETag does")
        long version,

        Instant createdAt,
        Instant updatedAt) {

    /**
     * Why an order came to where it is.
     *
     * @param field of the order that is the cause, when one is
     */
    record OrderReasonView(
            Reason.Code code, String message, @Nullable String field) {

        static @Nullable OrderReasonView of(@Nullable Reason reason) {
            return reason == null ? null : new OrderReasonView(reason.code(), reason.message(), reason.field());
        }
    }

    static OrderView of(PaperOrder kept) {
        Order order = kept.order();
        OrderTerms terms = order.terms();
        boolean over = order.state().isFinal();
        return new OrderView(
                order.id(),
                kept.portfolioId(),
                order.symbol(),
                kept.currency().getCode(),
                terms.side(),
                terms.type(),
                text(terms.quantity()),
                textOrNull(terms.limitPrice()),
                textOrNull(terms.stopPrice()),
                textOrNull(terms.trailAmount()),
                terms.trailFraction(),
                terms.timeInForce(),
                order.state(),
                text(order.progress().quantity()),
                text(order.remaining()),
                textOrNull(order.progress().averagePrice().orElse(null)),
                text(order.progress().fees()),
                order.watch().triggered(),
                over || order.watch().triggered()
                        ? null
                        : textOrNull(order.stop().orElse(null)),
                order.watch().until(),
                OrderReasonView.of(order.reason()),
                kept.enteredBy() == null,
                kept.version(),
                kept.createdAt(),
                kept.updatedAt());
    }

    static String text(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    private static @Nullable String textOrNull(@Nullable BigDecimal value) {
        return value == null ? null : text(value);
    }
}
