package io.riskwatch.portfolio.alert.rule;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is stored.
 *
 * @param savedBy who saved it last, whose settings say where its alerts go
 * @param state changed by compare-and-set together with the alert it raises
 * @param stateAsOf of the price that changed the state last; absent since it was saved
 * @param lastValue that changed the state last
 * @param firings how often it fired
 * @param problem why it could not be looked at lately
 * @param version counts changes by people, for {@code ETag}
 */
public record AlertRule(
        UUID id,
        UUID organisationId,
        UUID savedBy,
        String name,
        Terms terms,
        boolean urgent,
        boolean enabled,
        RuleState state,
        @Nullable Instant stateAsOf,
        @Nullable BigDecimal lastValue,
        long firings,
        @Nullable String problem,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
