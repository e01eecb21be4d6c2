package io.riskwatch.portfolio.paper;

import io.riskwatch.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A new portfolio for paper trading. */
record PaperPortfolioRequest(
        @Schema(description = "\"Paper portfolio\" when absent")
        @Nullable
        @Size(min = 1, max = 120)
        @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
        String name,

        @Schema(description = "ISO 4217, USD when absent")
        @Nullable
        @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code of three capital letters")
        String currency,

        @Schema(type = "string", format = "decimal", description = "Virtual money to begin with, 100000 when absent")
        @Nullable
        BigDecimal cash) {

    private static final BigDecimal DEFAULT_CASH = new BigDecimal("100000");
    private static final BigDecimal MOST_CASH = BigDecimal.TEN.pow(9);

    String givenName() {
        return name == null || name.isBlank() ? "Paper portfolio" : name.strip();
    }

    /** The virtual money, exact to the currency's decimals. */
    Money money() {
        CurrencyUnit unit = unit();
        BigDecimal amount = cash == null ? DEFAULT_CASH : cash;
        if (amount.signum() <= 0 || amount.compareTo(MOST_CASH) > 0) {
            throw ProblemException.unprocessable(
                    "cash", "lies above 0 and at most at %s, was %s".formatted(MOST_CASH.toPlainString(), amount));
        }
        try {
            return Money.of(unit, amount);
        } catch (ArithmeticException e) {
            throw ProblemException.unprocessable(
                    "cash", "%s has %d decimals, was %s".formatted(unit, unit.getDecimalPlaces(), amount));
        }
    }

    private CurrencyUnit unit() {
        try {
            return currency == null ? CurrencyUnit.USD : CurrencyUnit.of(currency);
        } catch (IllegalCurrencyException e) {
            throw ProblemException.badRequest("currency", "'%s' is not a currency of ISO 4217".formatted(currency));
        }
    }
}
