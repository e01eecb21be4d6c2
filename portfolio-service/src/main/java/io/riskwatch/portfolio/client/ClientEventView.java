package io.riskwatch.portfolio.client;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An entry of a client's audit trail. */
record ClientEventView(
        UUID id,
        Instant at,
        ClientEvents.Kind kind,

        @Schema(description = "Who; absent when no person did it") @Nullable
        UUID userId,

        @Nullable String userName,

        @Schema(type = "object", description = "What it said before; absent of what was added or only read") @Nullable
        JsonNode before,

        @Schema(type = "object", description = "What it said afterwards; absent of what was removed or only read")
        @Nullable
        JsonNode after) {

    static ClientEventView of(ClientEvents.Event event) {
        return new ClientEventView(
                event.id(), event.at(), event.kind(), event.userId(), event.userName(), event.before(), event.after());
    }
}
