package io.riskwatch.portfolio.alert.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert on its way to somebody, or a test without one.
 *
 * @param userId whose address it goes to, of an e-mail
 * @param deferred whether quiet hours held it back, so that it goes out together with others
 * @param budget how many attempts there may be
 * @param dueAt when the next attempt is, of one that is pending
 */
record Delivery(
        UUID id,
        @Nullable UUID alertId,
        @Nullable UUID userId,
        @Nullable UUID webhookId,
        Way way,
        State state,
        boolean deferred,
        int attempts,
        int budget,
        Instant dueAt,
        @Nullable Instant deliveredAt,
        @Nullable String lastError,
        Instant createdAt) {

    /** By which it goes. */
    enum Way {
        IN_APP,
        EMAIL,
        WEBHOOK
    }

    /** How far it has come. */
    enum State {
        PENDING,
        DELIVERED,
        FAILED,
        CANCELLED
    }

    boolean isTest() {
        return alertId == null;
    }
}
