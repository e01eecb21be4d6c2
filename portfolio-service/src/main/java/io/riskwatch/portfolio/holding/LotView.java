package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.Lot;
import io.riskwatch.portfolio.ledger.Position;
import io.riskwatch.portfolio.ledger.RealisedGain;
import io.riskwatch.portfolio.paging.Cursor;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An open lot. */
record LotView(
        @Schema(description = "The transaction that opened it; what a sale names under lots")
        UUID lotId,

        UUID accountId,
        String symbol,
        String currency,
        LocalDate opened,

        @Schema(description = "Negative when sold short") String quantity,

        @Schema(
                description = "Of all units, fees included, in currency; of a short lot less than zero; absent when not"
                        + " known")
        @Nullable
        String costBasis,

        @Schema(description = "Per unit, rounded to ten decimals") @Nullable
        String unitCost,

        long holdingDays,

        @Schema(description = "Held for more than 365 days") boolean longTerm) {

    /** A lot with the position it belongs to. */
    record Row(UUID account, Position position, Lot lot) {

        Place place() {
            return new Place(position.symbol(), lot.opened(), lot.sequence(), account);
        }
    }

    /** A place in the list. */
    record Place(String symbol, LocalDate opened, long sequence, UUID account) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::symbol)
                .thenComparing(Place::opened)
                .thenComparingLong(Place::sequence)
                .thenComparing(Place::account);

        static Place parse(List<String> key) {
            return new Place(
                    key.get(0), LocalDate.parse(key.get(1)), Long.parseLong(key.get(2)), UUID.fromString(key.get(3)));
        }

        Cursor cursor() {
            return Cursor.of(symbol, opened, sequence, account);
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    static LotView of(Row row, LocalDate day) {
        var lot = row.lot();
        var days = ChronoUnit.DAYS.between(lot.opened(), day);
        return new LotView(
                lot.id(),
                row.account(),
                row.position().symbol(),
                row.position().currency().getCode(),
                lot.opened(),
                lot.quantity().toPlainString(),
                lot.cost() == null ? null : lot.cost().toPlainString(),
                lot.cost() == null ? null : unitCost(lot.cost(), lot.quantity()),
                days,
                days > RealisedGain.LONG_TERM_DAYS);
    }

    private static String unitCost(BigDecimal cost, BigDecimal quantity) {
        var exact = cost.divide(quantity, 10, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return exact.toPlainString();
    }
}
