package io.riskwatch.portfolio.portfolio;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/**
 * A portfolio of the caller's organisation.
 *
 * @param sample whether Riskwatch made it to show itself
 * @param paper whether its money is made up: the fills of its orders write its ledger, and nobody by hand
 * @param version counts changes of name and currency, for {@code ETag}
 */
public record Portfolio(
        UUID id,
        String name,
        CurrencyUnit baseCurrency,
        boolean sample,
        boolean paper,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
