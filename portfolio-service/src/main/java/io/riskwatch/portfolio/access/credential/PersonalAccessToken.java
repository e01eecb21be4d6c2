package io.riskwatch.portfolio.access.credential;

import java.time.Instant;
import java.util.UUID;

/** Whom a personal access token stands for, and until when. */
public record PersonalAccessToken(UUID id, UUID userId, UUID organisationId, Instant expiresAt) {}
