package io.riskwatch.portfolio.paper;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit trail.
 *
 * @param orderId absent of what concerns the whole account
 * @param by who did it; absent when the market or the platform did
 * @param details what changed, by name
 */
record PaperEvent(
        long sequence,
        @Nullable UUID orderId,
        Kind kind,
        @Nullable UUID by,
        @Nullable String byName,
        @Nullable String code,
        @Nullable String message,
        Map<String, Object> details,
        Instant at) {

    PaperEvent {
        details = Map.copyOf(details);
    }

    /** What happened. */
    enum Kind {
        ENTERED,
        ACCEPTED,
        REJECTED,
        REPLACED,
        CANCELLED,
        TRIGGERED,
        FILLED,
        EXPIRED,
        MARGIN_WARNING,
        LIQUIDATION
    }
}
