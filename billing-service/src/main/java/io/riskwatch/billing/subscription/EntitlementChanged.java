package io.riskwatch.billing.subscription;

import io.riskwatch.billing.plan.Plan;
import io.riskwatch.billing.plan.PlanLimits;
import io.riskwatch.billing.plan.PlanTerms;
import java.time.Instant;
import java.util.UUID;

/** Says what an organisation may do from now on; its shape is {@code contract/event/entitlement-changed.schema.json}. */
record EntitlementChanged(
        int schemaVersion,
        UUID organisationId,
        Plan plan,
        PlanLimits limits,
        int queueWeight,
        long version,
        Instant changedAt) {

    static final String EXCHANGE = "billing.events";
    static final String ROUTING_KEY = "entitlement.changed";

    private static final int SCHEMA_VERSION = 1;

    static EntitlementChanged of(Subscription subscription, PlanTerms terms) {
        return new EntitlementChanged(
                SCHEMA_VERSION,
                subscription.organisationId(),
                subscription.plan(),
                terms.limits(),
                terms.queueWeight(),
                subscription.version(),
                subscription.changedAt());
    }
}
