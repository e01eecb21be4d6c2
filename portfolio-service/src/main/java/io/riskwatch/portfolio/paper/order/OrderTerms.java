package io.riskwatch.portfolio.paper.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the owner wants. Terms that contradict themselves cannot be built.
 *
 * @param quantity units, above zero, in all
 * @param limitPrice the worst price, only of a LIMIT or STOP_LIMIT
 * @param stopPrice the price that sets a STOP or STOP_LIMIT off
 * @param trailAmount of a TRAILING_STOP, the distance in money per unit
 * @param trailFraction of a TRAILING_STOP, the distance as a fraction of the best price, 0.05 for 5 %
 */
public record OrderTerms(
        OrderType type,
        Side side,
        BigDecimal quantity,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal trailAmount,
        @Nullable BigDecimal trailFraction,
        TimeInForce timeInForce) {

    private static final int SCALE = 10;
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(12);

    public OrderTerms {
        quantity = above("quantity", quantity);
        limitPrice = price("limitPrice", limitPrice, type.hasLimit(), type);
        stopPrice = price("stopPrice", stopPrice, type.hasStop(), type);
        boolean trails = type == OrderType.TRAILING_STOP;
        if (trails && (trailAmount == null) == (trailFraction == null)) {
            throw new TermsRefused(
                    "trailAmount", "a TRAILING_STOP has either an amount or a fraction to stay behind the price");
        }
        trailAmount = price("trailAmount", trailAmount, trails && trailFraction == null, type);
        trailFraction = price("trailFraction", trailFraction, trails && trailAmount == null, type);
        if (trailFraction != null && trailFraction.compareTo(BigDecimal.ONE) >= 0) {
            throw new TermsRefused(
                    "trailFraction", "lies between 0 and 1, was " + trailFraction.toPlainString() + " (0.05 is 5 %)");
        }
    }

    /** At the next price, for as long as it takes. */
    public static OrderTerms market(Side side, BigDecimal quantity) {
        return new OrderTerms(OrderType.MARKET, side, quantity, null, null, null, null, TimeInForce.GTC);
    }

    private static @Nullable BigDecimal price(
            String field, @Nullable BigDecimal value, boolean needed, OrderType type) {
        if (needed != (value != null)) {
            throw new TermsRefused(field, needed ? "a %s has one".formatted(type) : "a %s has none".formatted(type));
        }
        return value == null ? null : above(field, value);
    }

    private static BigDecimal above(String field, BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.signum() <= 0) {
            throw new TermsRefused(field, "is above zero, was " + plain.toPlainString());
        }
        if (plain.scale() > SCALE || plain.compareTo(LARGEST) >= 0) {
            throw new TermsRefused(field, "has at most %d decimals and 12 digits before them".formatted(SCALE));
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
