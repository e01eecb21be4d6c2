package io.riskwatch.portfolio.organisation;

import java.util.UUID;

/** Published inside the transaction that makes an organisation, which runs as that organisation. */
public record OrganisationCreated(UUID organisationId, UUID userId, Purpose purpose) {}
