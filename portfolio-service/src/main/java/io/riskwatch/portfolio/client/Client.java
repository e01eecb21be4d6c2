package io.riskwatch.portfolio.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose margin account the organisation watches.
 *
 * @param number for who cannot use a UUID; never used twice
 * @param portfolioId the margin account, which nobody else owns
 * @param currency the portfolio's base currency, which the loan is in
 * @param loan what the client is said to owe, at least 0; {@code null}: what the cash of the account owes
 * @param createdBy who made it
 * @param version counts changes, for {@code ETag}
 */
public record Client(
        UUID id,
        long number,
        UUID portfolioId,
        String name,
        CurrencyUnit currency,
        @Nullable BigDecimal loan,
        @Nullable String notes,
        @Nullable UUID createdBy,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
