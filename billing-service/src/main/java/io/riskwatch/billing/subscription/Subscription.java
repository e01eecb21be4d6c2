package io.riskwatch.billing.subscription;

import io.riskwatch.billing.plan.Plan;
import java.time.Instant;
import java.util.UUID;

/**
 * An organisation's plan, where it has another than Free.
 *
 * @param organisationId whose
 * @param plan which
 * @param source why it has it
 * @param version grows with every change others must know of
 * @param since from when the plan counts
 * @param changedAt when the version was made
 */
record Subscription(UUID organisationId, Plan plan, Source source, long version, Instant since, Instant changedAt) {

    /** Why an organisation has its plan. */
    enum Source {
        /** By the operator's configuration. */
        GRANT
    }
}
