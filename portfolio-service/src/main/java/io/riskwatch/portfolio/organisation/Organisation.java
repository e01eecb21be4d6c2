package io.riskwatch.portfolio.organisation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant: every portfolio, import, history and analysis belongs to exactly one.
 *
 * @param demoUntil when a guest's organisation is deleted; absent for every other
 */
public record Organisation(
        UUID id, String name, Purpose purpose, @Nullable Instant demoUntil) {

    public Organisation {
        if (name.isBlank() || name.length() > 120) {
            throw new IllegalArgumentException("an organisation's name has 1 to 120 characters");
        }
        if ((purpose == Purpose.GUEST) != (demoUntil != null)) {
            throw new IllegalArgumentException("a guest's organisation, and no other, has an end");
        }
    }
}
