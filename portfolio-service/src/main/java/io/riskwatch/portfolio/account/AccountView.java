package io.riskwatch.portfolio.account;

import io.riskwatch.portfolio.portfolio.Account;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** An account as clients see it. */
record AccountView(
        UUID id,
        String name,
        Account.Kind kind,

        @Schema(description = "Whether a sale of more than is held opens a short lot")
        boolean shortsAllowed,

        @Schema(description = "Whether transactions that name no account stand here; a portfolio has exactly one such")
        boolean standard,

        Instant createdAt,
        Instant updatedAt) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.name(),
                account.kind(),
                account.shortsAllowed(),
                account.standard(),
                account.createdAt(),
                account.updatedAt());
    }
}
