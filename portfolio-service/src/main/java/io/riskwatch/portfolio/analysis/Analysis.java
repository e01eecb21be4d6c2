package io.riskwatch.portfolio.analysis;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A row: one analysis and how it fares. */
record Analysis(
        UUID id,
        String kind,
        @Nullable UUID portfolioId,
        AnalysisState state,
        int percent,
        @Nullable Long etaSeconds,
        boolean cancelRequested,
        @Nullable JsonNode problem,
        @Nullable String resultHash,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
