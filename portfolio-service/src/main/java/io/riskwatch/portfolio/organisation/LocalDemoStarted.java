package io.riskwatch.portfolio.organisation;

import java.util.UUID;

/** The service started, and the organisation of the local demo is there already. Published inside a transaction of it. */
public record LocalDemoStarted(UUID organisationId) {}
