package io.riskwatch.portfolio.client;

import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.account.MarginReading;
import io.riskwatch.portfolio.margin.account.MarginStatusView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client as users of the API see it. */
record ClientView(
        UUID id,

        @Schema(description = "What the compatibility paths call it by")
        long number,

        String name,

        @Schema(description = "The client's margin account: every path of /api/v1/portfolios/{id} works on it")
        UUID portfolioId,

        String currency,

        @Schema(
                type = "string",
                format = "decimal",
                description = "The set loan; absent when the loan is what the account's cash owes")
        @Nullable
        String loan,

        @Nullable String notes,
        Instant createdAt,
        Instant updatedAt,

        @Schema(
                description =
                        "How the account stands; only in a list, and absent when it is no margin account any more")
        @Nullable
        StandingView margin) {

    /** The figures of a margin status that a list shows. */
    record StandingView(
            Instant timestamp,
            String portfolioValue,
            String loanAmount,
            String netEquity,
            String marginRequirement,
            String marginShortfall,
            boolean marginCallTriggered,
            @Nullable Double utilization,
            MarginState state,
            @Nullable Double distanceToCall) {

        static StandingView of(MarginReading reading) {
            var status = MarginStatusView.of(reading.status());
            return new StandingView(
                    reading.at(),
                    status.portfolioValue(),
                    status.loanAmount(),
                    status.netEquity(),
                    status.marginRequirement(),
                    status.marginShortfall(),
                    status.marginCallTriggered(),
                    status.utilization(),
                    status.state(),
                    status.distanceToCall());
        }
    }

    static ClientView of(Client client) {
        return of(client, null);
    }

    static ClientView of(Client client, @Nullable MarginReading reading) {
        return new ClientView(
                client.id(),
                client.number(),
                client.name(),
                client.portfolioId(),
                client.currency().getCode(),
                loan(client),
                client.notes(),
                client.createdAt(),
                client.updatedAt(),
                reading == null ? null : StandingView.of(reading));
    }

    private static @Nullable String loan(Client client) {
        BigDecimal loan = client.loan();
        if (loan == null) {
            return null;
        }
        var decimals = Math.max(
                client.currency().getDecimalPlaces(), loan.stripTrailingZeros().scale());
        return loan.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    }
}
