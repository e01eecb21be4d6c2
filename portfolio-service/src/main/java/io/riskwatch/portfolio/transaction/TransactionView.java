package io.riskwatch.portfolio.transaction;

import io.riskwatch.portfolio.ledger.BookedIn;
import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transaction as clients see it; numbers of the ledger are decimal strings. */
public record TransactionView(
        @Schema(description = "Absent in the preview of an import") @Nullable
        UUID id,

        LocalDate date,
        TransactionType type,
        @Nullable String symbol,

        @Schema(description = "Of a SPLIT, STOCK_DIVIDEND, SPIN_OFF or MERGER the new units per quantityPer old ones")
        @Nullable
        String quantity,

        @Schema(description = "Only of a ratio that is not per one old unit") @Nullable
        String quantityPer,

        @Nullable String price,
        String currency,
        @Nullable String fee,
        @Nullable String amount,

        @Schema(description = "What a SPIN_OFF or MERGER brought") @Nullable
        String newSymbol,

        @Schema(
                description =
                        "0 to 1, the fraction of the cost that went to the new symbol, or to the money of a MERGER")
        @Nullable
        String basisFraction,

        @Schema(description = "Money for the fraction of a unit that the ratio left") @Nullable
        String cashInLieu,

        @Schema(description = "The lots the user chose; absent when the lot method chooses") @Nullable
        List<ChosenLotView> lots,

        @Nullable String note,
        @Nullable UUID importId,

        @Schema(description = "Whose lots and cash it changes; of a TRANSFER the account that gives")
        UUID accountId,

        @Schema(description = "Only of a TRANSFER: the account that receives") @Nullable
        UUID toAccountId) {

    public TransactionView {
        lots = lots == null ? null : List.copyOf(lots);
    }

    /** Units of one lot, which is known by the transaction that opened it. */
    public record ChosenLotView(UUID lotId, String quantity) {}

    public static TransactionView of(RecordedTransaction transaction) {
        return of(
                transaction.id(), transaction.in(), transaction.booking(), transaction.note(), transaction.importId());
    }

    public static TransactionView of(
            @Nullable UUID id, BookedIn in, Booking booking, @Nullable String note, @Nullable UUID importId) {
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
                booking.terms().newSymbol(),
                text(booking.terms().basisFraction()),
                text(booking.terms().cashInLieu()),
                booking.lots().isEmpty()
                        ? null
                        : booking.lots().stream()
                                .map(chosen -> new ChosenLotView(
                                        chosen.lot(), chosen.quantity().toPlainString()))
                                .toList(),
                note,
                importId,
                in.account(),
                in.toAccount());
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
