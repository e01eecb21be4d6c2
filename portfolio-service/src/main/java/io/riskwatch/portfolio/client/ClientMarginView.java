package io.riskwatch.portfolio.client;

import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.account.MarginReading;
import io.riskwatch.portfolio.margin.account.MarginStatusView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a client's account stands, money as decimal strings in its currency, fractions as numbers. */
record ClientMarginView(
        Instant timestamp,
        UUID clientId,
        UUID portfolioId,
        String currency,
        String portfolioValue,
        String loanAmount,

        @Schema(description = "Whether the loan was set; otherwise it is the sum of the negative cash balances")
        boolean loanIsSet,

        String netEquity,
        String marginRequirement,
        String marginShortfall,
        boolean marginCallTriggered,

        @Schema(description = "Requirement over equity; absent when nothing is the client's own") @Nullable
        Double utilization,

        @Schema(
                description =
                        "OK below 70 %, WATCH from 70, WARNING from 90, CALL, or STALE: a price is too old to tell")
        MarginState state,

        @Schema(description = "The highest portfolio value at which there is a call") @Nullable
        String triggerValue,

        @Schema(description = "The fraction all prices can fall before a call; 1 when no fall makes one") @Nullable
        Double distanceToCall,

        @Schema(description = "Without a call empty") List<MarginStatusView.CureView> cures,

        @Schema(description = "When the oldest of the prices was made") @Nullable
        Instant pricesAsOf,

        List<String> staleSymbols,

        @Schema(description = "Valued at the last price of a market that is closed now, which is not stale")
        List<String> closedSymbols,

        @Schema(description = "Without a price or an exchange rate, so in no figure")
        List<String> unknownSymbols) {

    ClientMarginView {
        cures = List.copyOf(cures);
        staleSymbols = List.copyOf(staleSymbols);
        closedSymbols = List.copyOf(closedSymbols);
        unknownSymbols = List.copyOf(unknownSymbols);
    }

    static ClientMarginView of(Client client, MarginReading reading) {
        var status = MarginStatusView.of(reading.status());
        return new ClientMarginView(
                reading.at(),
                client.id(),
                client.portfolioId(),
                reading.currency().getCode(),
                status.portfolioValue(),
                status.loanAmount(),
                reading.loanIsSet(),
                status.netEquity(),
                status.marginRequirement(),
                status.marginShortfall(),
                status.marginCallTriggered(),
                status.utilization(),
                status.state(),
                status.triggerValue(),
                status.distanceToCall(),
                status.cures(),
                reading.pricesAsOf(),
                reading.staleSymbols(),
                reading.closedSymbols(),
                reading.unknownSymbols());
    }
}
