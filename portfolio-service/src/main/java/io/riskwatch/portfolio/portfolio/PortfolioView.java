package io.riskwatch.portfolio.portfolio;

import java.time.Instant;
import java.util.UUID;

/** A portfolio as clients see it. */
public record PortfolioView(
        UUID id, String name, String baseCurrency, boolean sample, Instant createdAt, Instant updatedAt) {

    public static PortfolioView of(Portfolio portfolio) {
        return new PortfolioView(
                portfolio.id(),
                portfolio.name(),
                portfolio.baseCurrency().getCode(),
                portfolio.sample(),
                portfolio.createdAt(),
                portfolio.updatedAt());
    }
}
