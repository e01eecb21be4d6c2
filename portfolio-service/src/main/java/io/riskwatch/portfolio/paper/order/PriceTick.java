package io.riskwatch.portfolio.paper.order;

import java.math.BigDecimal;
import java.time.Instant;

/** A price of the order's instrument, above zero, and its time. */
public record PriceTick(BigDecimal price, Instant asOf) {

    public PriceTick {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("price must be above zero, was " + price);
        }
    }
}
