package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.paper.order.OrderTerms;
import io.riskwatch.portfolio.paper.order.OrderType;
import io.riskwatch.portfolio.paper.order.Side;
import io.riskwatch.portfolio.paper.order.TimeInForce;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A new order. */
record OrderRequest(
        @NotBlank @Size(max = 32) String symbol,
        @NotNull Side side,
        @NotNull OrderType type,

        @Schema(type = "string", format = "decimal", description = "A multiple of the instrument's lot size") @NotNull
        BigDecimal quantity,

        @Schema(type = "string", format = "decimal", description = "Of a LIMIT or STOP_LIMIT: the worst price")
        @Nullable
        BigDecimal limitPrice,

        @Schema(
                type = "string",
                format = "decimal",
                description = "Of a STOP or STOP_LIMIT: the price that sets it off")
        @Nullable
        BigDecimal stopPrice,

        @Schema(
                type = "string",
                format = "decimal",
                description = "Of a TRAILING_STOP: how far it stays behind the price, in money per unit")
        @Nullable
        BigDecimal trailAmount,

        @Schema(description = "Of a TRAILING_STOP: how far it stays behind the price, 0.05 for 5 %") @Nullable
        BigDecimal trailFraction,

        @Schema(description = "DAY when absent") @Nullable TimeInForce timeInForce) {

    String normalSymbol() {
        return symbol.strip().toUpperCase(Locale.ROOT);
    }

    OrderTerms terms() {
        return new OrderTerms(
                type,
                side,
                quantity,
                limitPrice,
                stopPrice,
                trailAmount,
                trailFraction,
                timeInForce == null ? TimeInForce.DAY : timeInForce);
    }
}
