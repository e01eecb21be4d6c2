package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.tick.Tick;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account came from one state into another.
 *
 * @param cause the price that brought it about; absent when it was no price
 * @param currency of the figures
 */
record MarginEvent(
        UUID id,
        Instant at,
        MarginState before,
        MarginState after,
        @Nullable Tick cause,
        String currency,
        Figures figures) {

    /** The figures behind the new state. */
    record Figures(
            BigDecimal portfolioValue,
            BigDecimal loanAmount,
            BigDecimal netEquity,
            BigDecimal marginRequirement,
            BigDecimal marginShortfall,
            @Nullable BigDecimal utilization) {}
}
