package io.riskwatch.marketdata.stream;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who is connected.
 *
 * @param user the token's subject
 * @param organisation whose uploads it may see; none for a service
 * @param expiresAt when the token, and with it the connection, ends
 */
record Client(String user, Optional<UUID> organisation, Instant expiresAt) {

    static Client of(Jwt token) {
        Instant expiry = token.getExpiresAt();
        return new Client(
                Objects.requireNonNull(token.getSubject(), "a token without a subject"),
                Optional.ofNullable(token.getClaimAsString("org")).map(UUID::fromString),
                expiry == null ? Instant.MAX : expiry);
    }
}
