package io.riskwatch.portfolio.holding;

import io.riskwatch.portfolio.ledger.RealisedGain;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What closing a lot, or a part of it, brought. */
record RealisedGainView(
        LocalDate date,
        UUID transactionId,

        @Schema(description = "Of the closing transaction; a BUY closes what was sold short")
        TransactionType type,

        UUID lotId,
        UUID accountId,
        String symbol,
        String currency,

        @Schema(description = "When the lot was bought, or sold short")
        LocalDate opened,

        String quantity,

        @Schema(description = "Received for these units, fees deducted, in currency")
        String proceeds,

        @Schema(description = "Of these units, fees included, in currency; absent when not known") @Nullable
        String cost,

        @Schema(description = "Proceeds less cost; absent when the cost is not known") @Nullable
        String gain,

        long holdingDays,

        @Schema(description = "Held for more than 365 days") boolean longTerm) {

    static RealisedGainView of(RealisedGain realised) {
        return new RealisedGainView(
                realised.date(),
                realised.transaction(),
                realised.type(),
                realised.lot(),
                realised.account(),
                realised.symbol(),
                realised.currency().getCode(),
                realised.opened(),
                realised.quantity().toPlainString(),
                realised.proceeds().toPlainString(),
                text(realised.cost()),
                text(realised.gain().orElse(null)),
                realised.holdingDays(),
                realised.longTerm());
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
