package io.riskwatch.portfolio.transaction;

import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transaction as clients see it; numbers of the ledger are decimal strings. */
public record TransactionView(
        @Schema(description = "Absent in the preview of an import") @Nullable
        UUID id,

        LocalDate date,
        TransactionType type,
        @Nullable String symbol,

        @Schema(description = "Of a SPLIT the new units per quantityPer old ones") @Nullable
        String quantity,

        @Schema(description = "Only of a SPLIT whose ratio is not per one old unit") @Nullable
        String quantityPer,

        @Nullable String price,
        String currency,
        @Nullable String fee,
        @Nullable String amount,
        @Nullable String note,
        @Nullable UUID importId) {

    public static TransactionView of(RecordedTransaction transaction) {
        return of(transaction.id(), transaction.booking(), transaction.note(), transaction.importId());
    }

    public static TransactionView of(
            @Nullable UUID id, Booking booking, @Nullable String note, @Nullable UUID importId) {
        return new TransactionView(
                id,
                booking.date(),
                booking.type(),
                booking.symbol(),
                text(booking.quantity()),
                text(booking.quantityPer()),
                text(booking.price()),
                booking.currency().getCode(),
                booking.fee().signum() == 0 ? null : text(booking.fee()),
                text(booking.amount()),
                note,
                importId);
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
