package io.riskwatch.portfolio.paper.order;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What of an order has traded.
 *
 * @param quantity units
 * @param value the sum of price times quantity
 * @param fees the sum of the fees
 * @param fills how many trades
 */
public record Progress(BigDecimal quantity, BigDecimal value, BigDecimal fees, int fills) {

    public static final Progress NONE = new Progress(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);

    Progress and(Fill fill) {
        return new Progress(quantity.add(fill.quantity()), value.add(fill.value()), fees.add(fill.fee()), fills + 1);
    }

    /** Volume-weighted, fees apart; empty before the first trade. */
    public Optional<BigDecimal> averagePrice() {
        return quantity.signum() == 0 ? Optional.empty() : Optional.of(value.divide(quantity, MathContext.DECIMAL64));
    }
}
