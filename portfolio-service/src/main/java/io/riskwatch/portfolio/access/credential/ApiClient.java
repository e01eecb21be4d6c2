package io.riskwatch.portfolio.access.credential;

import java.util.UUID;

/** Whom a registered client's own tokens stand for. */
public record ApiClient(String clientId, UUID userId, UUID organisationId) {}
