package io.riskwatch.portfolio.organisation;

import java.util.UUID;

/** What an organisation has outside of this service's database. */
@FunctionalInterface
public interface OrganisationRemains {

    /** Deletes it, after the organisation itself is gone. Fails when it cannot, and is asked again then. */
    void delete(UUID organisationId);
}
