package io.riskwatch.portfolio;

import java.util.UUID;

/** Somebody of an organisation of their own, with a token the service accepts. */
public record TestCaller(UUID userId, UUID organisationId, String token) {}
