package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.paper.order.Side;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A trade of a paper order as clients see it; numbers of the ledger are decimal strings. */
record ExecutionView(
        UUID id,
        UUID orderId,
        String symbol,
        Side side,

        @Schema(description = "1 for the order's first") int number,

        String quantity,

        @Schema(description = "Slippage included") String price,

        @Schema(description = "What the tick said") String tickPrice,

        String fee,
        String currency,

        @Schema(description = "The tick's time") Instant at,

        @Schema(description = "Its booking among the portfolio's transactions")
        UUID transactionId) {

    static ExecutionView of(PaperExecution execution) {
        return new ExecutionView(
                execution.id(),
                execution.orderId(),
                execution.symbol(),
                execution.side(),
                execution.number(),
                OrderView.text(execution.quantity()),
                OrderView.text(execution.price()),
                OrderView.text(execution.tickPrice()),
                OrderView.text(execution.fee()),
                execution.currency(),
                execution.at(),
                execution.transactionId());
    }
}
