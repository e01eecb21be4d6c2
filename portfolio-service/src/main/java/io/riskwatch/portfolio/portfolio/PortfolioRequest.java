package io.riskwatch.portfolio.portfolio;

import io.riskwatch.service.problem.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/**
 * What a user says of a portfolio.
 *
 * @param baseCurrency ISO 4217, what its value is shown in
 */
record PortfolioRequest(
        @NotBlank @Size(max = 120) @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
        String name,

        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code of three capital letters")
        String baseCurrency) {

    CurrencyUnit currency() {
        try {
            return CurrencyUnit.of(baseCurrency);
        } catch (IllegalCurrencyException e) {
            throw ProblemException.badRequest(
                    "baseCurrency", "'%s' is not a currency of ISO 4217".formatted(baseCurrency));
        }
    }

    String trimmedName() {
        return name.strip();
    }
}
