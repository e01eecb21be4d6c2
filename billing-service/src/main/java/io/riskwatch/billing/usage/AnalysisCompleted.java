package io.riskwatch.billing.usage;

import java.time.Instant;
import java.util.UUID;

/** What billing reads of the worker's event {@code analysis.completed}; the rest is ignored. */
record AnalysisCompleted(UUID analysisId, UUID organisationId, String kind, Instant occurredAt) {}
