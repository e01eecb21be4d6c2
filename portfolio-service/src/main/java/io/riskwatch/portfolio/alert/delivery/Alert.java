package io.riskwatch.portfolio.alert.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and was told.
 *
 * @param observedAt the time of the price that brought it about
 * @param raisedAt when it was told
 */
record Alert(
        UUID id,
        @Nullable UUID ruleId,
        AlertTopic kind,
        @Nullable String symbol,
        @Nullable UUID portfolioId,
        String title,
        String message,
        boolean urgent,
        @Nullable BigDecimal value,
        @Nullable BigDecimal threshold,
        Instant observedAt,
        Instant raisedAt,
        @Nullable Instant readAt) {}
