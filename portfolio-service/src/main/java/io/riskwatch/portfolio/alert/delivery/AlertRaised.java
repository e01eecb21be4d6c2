package io.riskwatch.portfolio.alert.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What browsers are told. How many alerts are unread depends on who reads, and is asked for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertRaised(
        String type,
        UUID alertId,
        @Nullable UUID ruleId,
        AlertTopic kind,
        String title,
        String message,
        boolean urgent,
        @Nullable String symbol,
        @Nullable UUID portfolioId,
        Instant at) {

    static AlertRaised of(Alert alert) {
        return new AlertRaised(
                "alert.raised",
                alert.id(),
                alert.ruleId(),
                alert.kind(),
                alert.title(),
                alert.message(),
                alert.urgent(),
                alert.symbol(),
                alert.portfolioId(),
                alert.raisedAt());
    }
}
