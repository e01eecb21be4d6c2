package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.MarginStatus;
import io.riskwatch.portfolio.tick.Tick;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A margin account came from one state into another. Published once, inside the transaction that keeps the event and as its
 * organisation: who writes in the same transaction writes exactly as often as it happened.
 *
 * @param eventId of the row that keeps it
 * @param clientId whose account it is; absent when it is no client's
 * @param status the figures behind the new state
 * @param cause the price that brought it about; absent when it was no price: a booking, a loan, or time
 */
public record MarginChanged(
        UUID eventId,
        UUID organisationId,
        UUID portfolioId,
        @Nullable UUID clientId,
        MarginState before,
        MarginState after,
        MarginStatus status,
        @Nullable Tick cause,
        Instant at) {}
