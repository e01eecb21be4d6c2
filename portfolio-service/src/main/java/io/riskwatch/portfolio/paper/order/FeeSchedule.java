package io.riskwatch.portfolio.paper.order;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the broker takes: max(minimum, perShare x quantity + fraction x value) for a whole order, however many trades it takes.
 *
 * @param perShare money per unit
 * @param fraction of the traded value, 0.001 for 0.1 %
 * @param minimum money per order that trades at all
 */
public record FeeSchedule(BigDecimal perShare, BigDecimal fraction, BigDecimal minimum) {

    public FeeSchedule {
        if (perShare.signum() < 0 || fraction.signum() < 0 || minimum.signum() < 0) {
            throw new IllegalArgumentException(
                    "fees are not negative, were %s, %s, %s".formatted(perShare, fraction, minimum));
        }
    }

    /**
     * The part of the order's fee that is due for the next trade.
     *
     * @param decimals of the currency
     */
    BigDecimal next(Progress before, BigDecimal quantity, BigDecimal price, int decimals) {
        BigDecimal whole = of(before.quantity().add(quantity), before.value().add(quantity.multiply(price)), decimals);
        return whole.subtract(before.fees()).max(BigDecimal.ZERO);
    }

    /** Of a whole order, rounded half up to the currency's decimals. */
    public BigDecimal of(BigDecimal quantity, BigDecimal value, int decimals) {
        return perShare.multiply(quantity)
                .add(fraction.multiply(value))
                .max(minimum)
                .setScale(decimals, RoundingMode.HALF_UP);
    }
}
