package io.riskwatch.portfolio.organisation;

import java.util.UUID;

/**
 * Published inside the transaction that deletes an organisation. Its rows go by cascade; a listener deletes what lies
 * elsewhere, such as results in MongoDB.
 */
public record OrganisationDeleted(UUID organisationId) {}
