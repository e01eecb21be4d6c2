package io.riskwatch.portfolio.access.server;

import io.riskwatch.portfolio.access.account.Account;
import io.riskwatch.portfolio.access.account.Accounts;
import io.riskwatch.portfolio.access.credential.ApiClient;
import io.riskwatch.portfolio.access.credential.ApiClients;
import io.riskwatch.portfolio.access.credential.PersonalAccessToken;
import io.riskwatch.portfolio.organisation.Membership;
import io.riskwatch.portfolio.organisation.Organisations;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What stands in a token: who, in which organisation, in what roles. Read at every issue and refresh, so that a changed
 * role counts after one access-token life and a deleted member gets no further token.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String AUDIENCE = "riskwatch";

    private final Accounts accounts;
    private final Organisations organisations;
    private final ApiClients apiClients;

    TokenClaims(Accounts accounts, Organisations organisations, ApiClients apiClients) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.apiClients = apiClients;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            context.getClaims().audience(listOf(AUDIENCE));
        }
        String client = context.getRegisteredClient().getClientId();
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            person(context.getClaims(), membershipBehind(context));
        } else if (ServiceClients.WORKER.equals(client)) {
            context.getClaims().claim("roles", listOf("SERVICE"));
        } else {
            ApiClient acting = apiClients.find(client).orElseThrow(TokenClaims::nobody);
            person(context.getClaims(), organisations.membership(acting.userId(), acting.organisationId()));
        }
    }

    private Optional<Membership> membershipBehind(JwtEncodingContext context) {
        PersonalAccessToken token =
                context.getAuthorizationGrant() instanceof PersonalAccessTokenGrant grant ? grant.found() : null;
        return token == null
                ? organisations.homeOf(UUID.fromString(Objects.requireNonNull(context.<Authentication>getPrincipal())
                        .getName()))
                : organisations.membership(token.userId(), token.organisationId());
    }

    /** Who it is, where, and in what roles. */
    void person(JwtClaimsSet.Builder claims, Optional<Membership> found) {
        Membership membership = found.orElseThrow(TokenClaims::nobody);
        Account account = accounts.find(membership.userId()).orElseThrow(TokenClaims::nobody);
        claims.subject(account.id().toString())
                .claim("org", membership.organisationId().toString())
                .claim("name", account.name())
                .claim(
                        "roles",
                        membership.roles().stream()
                                .map(Enum::name)
                                .sorted()
                                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll));
        if (account.guest()) {
            claims.claim("guest", true);
        }
    }

    /** An ArrayList, since claims are stored as JSON and immutable lists are refused when they are read back. */
    private static List<String> listOf(String value) {
        List<String> list = new ArrayList<>();
        list.add(value);
        return list;
    }

    private static OAuth2AuthenticationException nobody() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
}
