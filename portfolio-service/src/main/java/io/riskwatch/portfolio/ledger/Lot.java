package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Units that came in together.
 *
 * @param cost of all {@code quantity} units, fee included, in the position's currency; {@code null} when unknown
 */
public record Lot(
        LocalDate opened, BigDecimal quantity, @Nullable BigDecimal cost) {

    /** The cost of a part of the lot; the rest of the lot keeps what is left, so that nothing is lost in rounding. */
    @Nullable
    BigDecimal costOf(BigDecimal part) {
        return cost == null ? null : Decimals.divide(cost.multiply(part), quantity);
    }

    Lot without(BigDecimal part) {
        var taken = costOf(part);
        return new Lot(
                opened,
                Decimals.normal(quantity.subtract(part)),
                cost == null || taken == null ? null : Decimals.normal(cost.subtract(taken)));
    }

    Lot withQuantity(BigDecimal changed) {
        return new Lot(opened, changed, cost);
    }
}
