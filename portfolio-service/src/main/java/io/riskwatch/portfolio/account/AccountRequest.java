package io.riskwatch.portfolio.account;

import io.riskwatch.portfolio.portfolio.Account;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a user says of an account. */
record AccountRequest(
        @Schema(description = "Unique within the portfolio, whatever the case")
        @NotBlank
        @Size(max = 80)
        @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
        String name,

        @NotNull Account.Kind kind,

        @Schema(
                description =
                        "Whether a sale of more than is held opens a short lot; only of a MARGIN account, and when"
                                + " absent it does not")
        @Nullable
        Boolean shortsAllowed) {

    String trimmedName() {
        return name.strip();
    }

    boolean allowsShorts() {
        return Boolean.TRUE.equals(shortsAllowed);
    }
}
