package io.riskwatch.portfolio.portfolio;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A portfolio as clients see it. */
public record PortfolioView(
        UUID id,
        String name,
        String baseCurrency,
        boolean sample,

        @Schema(description = "Whether its money is made up: orders write its ledger, and nobody by hand")
        boolean paper,

        Instant createdAt,
        Instant updatedAt) {

    public static PortfolioView of(Portfolio portfolio) {
        return new PortfolioView(
                portfolio.id(),
                portfolio.name(),
                portfolio.baseCurrency().getCode(),
                portfolio.sample(),
                portfolio.paper(),
                portfolio.createdAt(),
                portfolio.updatedAt());
    }
}
