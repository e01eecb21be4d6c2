package io.riskwatch.portfolio.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Units that came in together. Units sold short are a lot of negative quantity and negative cost, which is what was
 * received for them.
 *
 * @param id the transaction that opened it
 * @param sequence that transaction's place in the order of entry
 * @param cost of all {@code quantity} units, fee included, in the position's currency; {@code null} when unknown
 */
public record Lot(
        UUID id,
        long sequence,
        LocalDate opened,
        BigDecimal quantity,
        @Nullable BigDecimal cost) {

    /** The oldest first; of one day the first entered. */
    static final Comparator<Lot> BY_AGE = Comparator.comparing(Lot::opened).thenComparingLong(Lot::sequence);

    static Lot of(LedgerEntry entry, BigDecimal quantity, @Nullable BigDecimal cost) {
        return new Lot(entry.id(), entry.sequence(), entry.booking().date(), quantity, cost);
    }

    /** The cost of a part of the lot; the rest of the lot keeps what is left, so that nothing is lost in rounding. */
    @Nullable
    BigDecimal costOf(BigDecimal part) {
        if (cost == null || part.compareTo(quantity) == 0) {
            return cost;
        }
        return Decimals.divide(cost.multiply(part), quantity);
    }

    Lot part(BigDecimal part) {
        return with(part, costOf(part));
    }

    Lot without(BigDecimal part) {
        var taken = costOf(part);
        return with(
                Decimals.normal(quantity.subtract(part)),
                cost == null || taken == null ? null : Decimals.normal(cost.subtract(taken)));
    }

    /** Both lots, which the same transaction opened. */
    Lot and(Lot other) {
        return with(
                Decimals.normal(quantity.add(other.quantity)),
                cost == null || other.cost == null ? null : Decimals.normal(cost.add(other.cost)));
    }

    Lot with(BigDecimal changedQuantity, @Nullable BigDecimal changedCost) {
        return new Lot(id, sequence, opened, changedQuantity, changedCost);
    }

    Lot negated() {
        return with(quantity.negate(), cost == null ? null : cost.negate());
    }
}
