package io.riskwatch.portfolio.paper.order;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A trade of an order.
 *
 * @param number 1 for the order's first
 * @param price per unit, in the instrument's currency, slippage included
 * @param tickPrice what the tick said
 * @param fee of this trade, in the instrument's currency
 * @param at the tick's time
 */
public record Fill(
        int number,
        Side side,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal tickPrice,
        BigDecimal fee,
        Instant at) {

    /** Price times quantity, without the fee. */
    public BigDecimal value() {
        return quantity.multiply(price);
    }
}
