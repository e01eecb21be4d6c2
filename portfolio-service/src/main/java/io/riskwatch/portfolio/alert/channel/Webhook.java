package io.riskwatch.portfolio.alert.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address of the organisation that alerts are posted to.
 *
 * @param observesQuietHours whether it is told like a person, or at once
 * @param disabledBecause why it was switched off, when nobody did
 * @param failuresInARow failed attempts since the last that was taken
 * @param formerSecretUntil until when requests are signed with the secret before this one as well
 * @param version counts changes by people, for {@code ETag}
 */
public record Webhook(
        UUID id,
        String url,
        @Nullable String description,
        boolean observesQuietHours,
        boolean enabled,
        @Nullable String disabledBecause,
        int failuresInARow,
        @Nullable Instant formerSecretUntil,
        long version,
        Instant createdAt) {}
