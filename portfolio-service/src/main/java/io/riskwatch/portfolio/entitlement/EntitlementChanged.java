package io.riskwatch.portfolio.entitlement;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Billing's event of that name; what else it carries is ignored. */
@JsonIgnoreProperties(ignoreUnknown = true)
record EntitlementChanged(
        int schemaVersion,
        UUID organisationId,
        String plan,
        Map<String, Integer> limits,
        int queueWeight,
        long version,
        Instant changedAt) {

    EntitlementChanged {
        limits = Map.copyOf(limits);
        if (schemaVersion != 1 || queueWeight < 1 || version < 1 || plan.isBlank()) {
            throw new IllegalArgumentException("not an entitlement this service understands");
        }
    }
}
