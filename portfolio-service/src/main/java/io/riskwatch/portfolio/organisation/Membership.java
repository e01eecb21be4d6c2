package io.riskwatch.portfolio.organisation;

import java.util.Set;
import java.util.UUID;

/** One person's place in one organisation. */
public record Membership(UUID userId, UUID organisationId, Set<Role> roles) {

    public Membership {
        roles = Set.copyOf(roles);
    }
}
