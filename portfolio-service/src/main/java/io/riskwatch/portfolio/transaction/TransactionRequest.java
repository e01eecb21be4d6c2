package io.riskwatch.portfolio.transaction;

import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.CorporateTerms;
import io.riskwatch.portfolio.ledger.LotChoice;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A transaction as a user enters it. Numbers may come as decimal strings, which is how they are shown, or as numbers. */
record TransactionRequest(
        @NotNull LocalDate date,
        @NotNull TransactionType type,

        @Nullable @Size(max = 32) String symbol,

        @Schema(type = "string", format = "decimal") @Nullable
        BigDecimal quantity,

        @Schema(
                type = "string",
                format = "decimal",
                description =
                        "Of a SPLIT, STOCK_DIVIDEND, SPIN_OFF or MERGER: quantity new units come for quantityPer old"
                                + " ones")
        @Nullable
        BigDecimal quantityPer,

        @Schema(type = "string", format = "decimal") @Nullable
        BigDecimal price,

        @Schema(
                description = "ISO 4217; when absent the currency the symbol is already booked or quoted in, else the"
                        + " portfolio's")
        @Nullable
        @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code of three capital letters")
        String currency,

        @Schema(type = "string", format = "decimal") @Nullable
        BigDecimal fee,

        @Schema(type = "string", format = "decimal", description = "At most the decimals the currency has") @Nullable
        BigDecimal amount,

        @Schema(description = "What a SPIN_OFF or MERGER brings") @Nullable @Size(max = 32)
        String newSymbol,

        @Schema(
                type = "string",
                format = "decimal",
                description =
                        "0 to 1, the fraction of the cost that a SPIN_OFF gives to the new symbol or the money of a"
                                + " MERGER takes")
        @Nullable
        BigDecimal basisFraction,

        @Schema(
                type = "string",
                format = "decimal",
                description = "Money for the fraction of a unit a ratio leaves; without it the fraction is kept")
        @Nullable
        BigDecimal cashInLieu,

        @Schema(description = "The lots a SELL, TRANSFER_OUT or TRANSFER takes; when absent the lot method chooses")
        @Nullable
        @Valid
        @Size(max = 500)
        List<LotRequest> lots,

        @Nullable @Size(max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not contain control characters")
        String note,

        @Schema(
                description = "The account it stands in, of a TRANSFER the one that gives; when absent the portfolio's"
                        + " standard account, or of a change the one it stands in already")
        @Nullable
        UUID accountId,

        @Schema(description = "Only of a TRANSFER: the account that receives") @Nullable
        UUID toAccountId) {

    /** Units of one lot. */
    record LotRequest(
            @Schema(description = "The transaction that opened the lot") @NotNull
            UUID lotId,

            @Schema(type = "string", format = "decimal") @NotNull
            BigDecimal quantity) {}

    TransactionRequest {
        lots = lots == null ? null : List.copyOf(lots);
    }

    @Nullable
    String normalSymbol() {
        return normal(symbol);
    }

    @Nullable
    String normalNewSymbol() {
        return normal(newSymbol);
    }

    private static @Nullable String normal(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip().toUpperCase(Locale.ROOT);
    }

    @Nullable
    String normalNote() {
        return note == null || note.isBlank() ? null : note.strip();
    }

    /** The booking, or a refusal naming the field. */
    Booking booking(CurrencyUnit currencyUnit) {
        return new Booking(
                date,
                type,
                normalSymbol(),
                quantity,
                quantityPer,
                price,
                currencyUnit,
                fee == null ? BigDecimal.ZERO : fee,
                typedAmount("amount", currencyUnit, amount),
                terms(currencyUnit),
                lots == null
                        ? List.of()
                        : lots.stream()
                                .map(chosen -> new LotChoice(chosen.lotId(), chosen.quantity()))
                                .toList());
    }

    private CorporateTerms terms(CurrencyUnit currencyUnit) {
        return new CorporateTerms(
                normalNewSymbol(), basisFraction, typedAmount("cashInLieu", currencyUnit, cashInLieu));
    }

    /** What a user types is money, and has no more decimals than its currency. */
    private static @Nullable BigDecimal typedAmount(String field, CurrencyUnit currency, @Nullable BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        try {
            return Money.of(currency, amount).getAmount();
        } catch (ArithmeticException e) {
            throw new BookingRefused(
                    field,
                    "%s has %d decimals, was %s"
                            .formatted(currency, currency.getDecimalPlaces(), amount.toPlainString()));
        }
    }

    static CurrencyUnit currency(String code) {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException e) {
            throw new BookingRefused("currency", "'%s' is not a currency of ISO 4217".formatted(code));
        }
    }
}
