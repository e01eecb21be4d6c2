package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.paper.order.OrderTerms;
import io.riskwatch.portfolio.paper.order.TimeInForce;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** New terms of an order whose symbol, side and type stay. */
record ReplaceRequest(
        @Schema(type = "string", format = "decimal", description = "In all, more than has traded already") @NotNull
        BigDecimal quantity,

        @Schema(type = "string", format = "decimal") @Nullable
        BigDecimal limitPrice,

        @Schema(type = "string", format = "decimal") @Nullable
        BigDecimal stopPrice,

        @Schema(type = "string", format = "decimal") @Nullable
        BigDecimal trailAmount,

        @Nullable BigDecimal trailFraction,

        @Schema(description = "As it was when absent") @Nullable
        TimeInForce timeInForce) {

    OrderTerms terms(OrderTerms before) {
        return new OrderTerms(
                before.type(),
                before.side(),
                quantity,
                limitPrice,
                stopPrice,
                trailAmount,
                trailFraction,
                timeInForce == null ? before.timeInForce() : timeInForce);
    }
}
