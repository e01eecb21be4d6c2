package io.riskwatch.portfolio.client;

import io.riskwatch.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a user says of a client. */
record ClientRequest(
        @NotBlank @Size(max = 255) @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
        String name,

        @Schema(
                type = "string",
                format = "decimal",
                description = "What the client owes, at least 0; without it the loan is what the account's cash owes")
        @Nullable
        BigDecimal loan,

        @Schema(description = "For the organisation's eyes") @Nullable @Size(max = 4000)
        String notes,

        @Schema(description = "Of the account, which the loan is in; USD when absent, and never changed afterwards")
        @Nullable
        @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code of three capital letters")
        String currency) {

    static ClientRequest of(Client client) {
        return new ClientRequest(client.name(), client.loan(), client.notes(), null);
    }

    /** The currency of a new client's account. */
    CurrencyUnit newCurrency() {
        if (currency == null) {
            return CurrencyUnit.USD;
        }
        try {
            return CurrencyUnit.of(currency);
        } catch (IllegalCurrencyException e) {
            throw ProblemException.badRequest("currency", "'%s' is not a currency of ISO 4217".formatted(currency));
        }
    }

    /** What is said, in the account's currency, or a refusal naming the field. */
    Clients.Said said(CurrencyUnit of) {
        if (currency != null && !currency.equals(of.getCode())) {
            throw ProblemException.unprocessable("currency", "the account is in %s for good".formatted(of));
        }
        return new Clients.Said(name.strip(), loan(of), notes == null || notes.isBlank() ? null : notes.strip());
    }

    /** What a user types is money: not negative, and with no more decimals than its currency has. */
    private @Nullable BigDecimal loan(CurrencyUnit of) {
        if (loan == null) {
            return null;
        }
        if (loan.signum() < 0) {
            throw ProblemException.unprocessable("loan", "is at least 0");
        }
        if (loan.precision() - loan.scale() > 18) {
            throw ProblemException.unprocessable("loan", "has at most 18 digits before the point");
        }
        try {
            return Money.of(of, loan.stripTrailingZeros()).getAmount();
        } catch (ArithmeticException e) {
            throw ProblemException.unprocessable(
                    "loan", "%s has %d decimals, was %s".formatted(of, of.getDecimalPlaces(), loan.toPlainString()));
        }
    }
}
