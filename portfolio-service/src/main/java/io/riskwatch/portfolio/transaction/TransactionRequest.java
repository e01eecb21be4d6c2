package io.riskwatch.portfolio.transaction;

import io.riskwatch.portfolio.ledger.Booking;
import io.riskwatch.portfolio.ledger.BookingRefused;
import io.riskwatch.portfolio.ledger.TransactionType;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
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

        @Schema(type = "string", format = "decimal") @Nullable
        BigDecimal quantityPer,

        @Schema(type = "string", format = "decimal") @Nullable
        BigDecimal price,

        @Schema(
                description =
                        "ISO 4217; when absent the currency the symbol is already booked or quoted in, else the portfolio's")
        @Nullable
        @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code of three capital letters")
        String currency,

        @Schema(type = "string", format = "decimal") @Nullable
        BigDecimal fee,

        @Schema(type = "string", format = "decimal", description = "At most the decimals the currency has") @Nullable
        BigDecimal amount,

        @Nullable @Size(max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not contain control characters")
        String note) {

    @Nullable
    String normalSymbol() {
        return symbol == null || symbol.isBlank() ? null : symbol.strip().toUpperCase(Locale.ROOT);
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
                amount == null ? null : typedAmount(currencyUnit, amount));
    }

    /** What a user types is money, and has no more decimals than its currency. */
    private static BigDecimal typedAmount(CurrencyUnit currency, BigDecimal amount) {
        try {
            return Money.of(currency, amount).getAmount();
        } catch (ArithmeticException e) {
            throw new BookingRefused(
                    "amount",
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
