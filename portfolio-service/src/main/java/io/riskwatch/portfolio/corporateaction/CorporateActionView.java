package io.riskwatch.portfolio.corporateaction;

import io.riskwatch.portfolio.ledger.TransactionType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An action the market knows and the ledger does not. */
record CorporateActionView(
        UUID actionId,

        @Schema(description = "SPLIT or DIVIDEND") TransactionType type,

        String symbol,
        LocalDate exDate,

        @Schema(description = "The account that held it; each account has an action of its own")
        UUID accountId,

        @Schema(
                description =
                        "Units in the account at the close before the ex-date, as the ledger has them now; negative when sold short")
        String quantityHeld,

        @Schema(description = "Of a SPLIT: newShares come for oldShares") @Nullable
        Integer newShares,

        @Nullable Integer oldShares,

        @Schema(description = "Of a DIVIDEND, in currency, as the source tells it") @Nullable
        String perShare,

        @Nullable String currency,

        @Schema(
                description =
                        "Of a DIVIDEND: units held times perShare, before tax, rounded to the currency's decimals")
        @Nullable
        String amount,

        String provider,
        boolean simulated) {

    static CorporateActionView of(ProposedAction action) {
        var split = action.type() == TransactionType.SPLIT;
        return new CorporateActionView(
                action.id(),
                action.type(),
                action.symbol(),
                action.date(),
                action.account(),
                action.held().toPlainString(),
                split ? action.ratio().intValueExact() : null,
                split ? action.per().intValueExact() : null,
                split ? null : action.ratio().toPlainString(),
                split ? null : action.currency().getCode(),
                split ? null : amount(action).toPlainString(),
                action.provider(),
                action.simulated());
    }

    private static BigDecimal amount(ProposedAction action) {
        return action.held()
                .multiply(action.ratio())
                .setScale(action.currency().getDecimalPlaces(), RoundingMode.HALF_EVEN);
    }
}
