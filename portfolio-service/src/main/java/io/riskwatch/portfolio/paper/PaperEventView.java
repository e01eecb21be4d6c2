package io.riskwatch.portfolio.paper;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the audit trail as clients see it. */
record PaperEventView(
        @Schema(description = "Absent of what concerns the whole account") @Nullable
        UUID orderId,

        PaperEvent.Kind kind,

        @Schema(description = "Who did it; absent when the market or the platform did") @Nullable
        UUID by,

        @Nullable String byName,
        @Nullable String code,
        @Nullable String message,

        @Schema(description = "What changed, by name") Map<String, Object> details,

        Instant at) {

    PaperEventView {
        details = Map.copyOf(details);
    }

    static PaperEventView of(PaperEvent event) {
        return new PaperEventView(
                event.orderId(),
                event.kind(),
                event.by(),
                event.byName(),
                event.code(),
                event.message(),
                event.details(),
                event.at());
    }
}
