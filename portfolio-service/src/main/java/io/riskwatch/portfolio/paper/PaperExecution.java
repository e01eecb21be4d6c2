package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.paper.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A trade of an order, as it is kept.
 *
 * @param number 1 for the order's first
 * @param at the tick's time
 * @param transactionId its booking in the portfolio's ledger
 */
record PaperExecution(
        UUID id,
        UUID orderId,
        long sequence,
        String symbol,
        Side side,
        int number,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal tickPrice,
        BigDecimal fee,
        String currency,
        Instant at,
        UUID transactionId) {}
