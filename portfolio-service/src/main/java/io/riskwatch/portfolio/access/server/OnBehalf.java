package io.riskwatch.portfolio.access.server;

import io.riskwatch.portfolio.access.PublicUrl;
import io.riskwatch.portfolio.organisation.Membership;
import io.riskwatch.portfolio.organisation.Organisations;
import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Does what a person arranged beforehand as if they called now: with a token of theirs that lives for minutes and is shown to
 * other services only. Who has left the organisation since gets none.
 */
@Component
public class OnBehalf {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final TokenClaims claims;
    private final Organisations organisations;
    private final JwtEncoder encoder;
    private final PublicUrl publicUrl;
    private final Clock clock;

    OnBehalf(TokenClaims claims, Organisations organisations, JwtEncoder encoder, PublicUrl publicUrl, Clock clock) {
        this.claims = claims;
        this.organisations = organisations;
        this.encoder = encoder;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** Does the work as that member of the organisation; a 409 when they are none any more. */
    public void of(UUID userId, UUID organisationId, Runnable work) {
        Optional<Membership> membership = organisations.membership(userId, organisationId);
        if (membership.isEmpty()) {
            throw ProblemException.conflict("Who arranged this is no longer a member of the organisation.");
        }
        as(organisationId, token(claims -> this.claims.person(claims, membership)), work);
    }

    /** Does the work as this service itself, within an organisation that may have no members any more. */
    public void ofOrganisation(UUID organisationId, Runnable work) {
        Jwt token = token(claims -> claims.subject(organisationId.toString())
                .claim("org", organisationId.toString())
                .claim("roles", List.of("SERVICE")));
        as(organisationId, token, work);
    }

    private static void as(UUID organisationId, Jwt token, Runnable work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext theirs = SecurityContextHolder.createEmptyContext();
        theirs.setAuthentication(new JwtAuthenticationToken(token, List.of()));
        SecurityContextHolder.setContext(theirs);
        try {
            Tenancy.as(organisationId, work);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private Jwt token(Consumer<JwtClaimsSet.Builder> who) {
        Instant now = clock.instant();
        JwtClaimsSet.Builder token = JwtClaimsSet.builder()
                .issuer(publicUrl.issuer())
                .audience(List.of(TokenClaims.AUDIENCE))
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .claim("scope", List.of(ServiceClients.SCOPE));
        who.accept(token);
        return encoder.encode(JwtEncoderParameters.from(token.build()));
    }
}
