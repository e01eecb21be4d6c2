package io.riskwatch.service.security;

import io.riskwatch.service.problem.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * The person behind a checked token.
 *
 * @param userId claim {@code sub}
 * @param organisationId claim {@code org}: the tenant everything this caller touches belongs to
 * @param name what to call them
 * @param roles their roles in that organisation, without prefix
 * @param guest whether this is a demo user without an account
 */
public record Caller(UUID userId, UUID organisationId, String name, Set<String> roles, boolean guest) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The caller of a token; empty for a service client, which belongs to no organisation. */
    public static Optional<Caller> from(Jwt token) {
        String organisation = token.getClaimAsString("org");
        if (organisation == null) {
            return Optional.empty();
        }
        String name = token.getClaimAsString("name");
        List<String> roles = token.getClaimAsStringList("roles");
        return Optional.of(new Caller(
                UUID.fromString(token.getSubject()),
                UUID.fromString(organisation),
                name == null ? "" : name,
                roles == null ? Set.of() : new HashSet<>(roles),
                Boolean.TRUE.equals(token.getClaimAsBoolean("guest"))));
    }

    /** The caller of the request this servlet thread works on. */
    public static Caller current() {
        return find().orElseThrow(() -> ProblemException.notFound("resource for this client"));
    }

    /** The caller of the request this thread works on, if there is one with an organisation. */
    public static Optional<Caller> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof JwtAuthenticationToken token ? from(token.getToken()) : Optional.empty();
    }
}
