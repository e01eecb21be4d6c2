package io.riskwatch.portfolio.organisation;

import java.util.UUID;

/** Says which plan an organisation has; whoever keeps entitlements answers. */
@FunctionalInterface
public interface PlanSource {

    String planOf(UUID organisationId);
}
