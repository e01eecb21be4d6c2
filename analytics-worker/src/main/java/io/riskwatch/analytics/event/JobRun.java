package io.riskwatch.analytics.event;

import java.util.UUID;

/**
 * Which run of which job.
 *
 * @param attempt 1 for the first delivery, and one more for each later one
 */
public record JobRun(UUID analysisId, UUID organisationId, String kind, int attempt) {}
