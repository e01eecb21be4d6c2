package io.riskwatch.portfolio.alert.channel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one person wants to be told.
 *
 * @param emailEnabled whether by e-mail
 * @param email another address than the account's own, whose owner has answered
 * @param pending an address whose owner has not answered yet
 * @param version counts changes, for {@code ETag}
 */
public record Channel(
        UUID userId,
        boolean emailEnabled,
        @Nullable String email,
        @Nullable Pending pending,
        @Nullable QuietHours quietHours,
        long version) {

    /**
     * An address that was sent a code.
     *
     * @param codeHash in hex, of the code and whose it is
     * @param tries how often a wrong code was given
     */
    public record Pending(String email, String codeHash, Instant until, int tries, Instant sentAt) {}

    /** Of somebody who has said nothing: by e-mail, if there is an address. */
    static Channel unsaid(UUID userId) {
        return new Channel(userId, true, null, null, null, 0);
    }

    /** When what is raised now may be sent; empty: at once. */
    public Optional<Instant> heldBackUntil(Instant moment, boolean urgent) {
        return quietHours == null ? Optional.empty() : quietHours.heldBackUntil(moment, urgent);
    }
}
