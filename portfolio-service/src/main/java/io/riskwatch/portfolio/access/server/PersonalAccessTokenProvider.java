package io.riskwatch.portfolio.access.server;

import io.riskwatch.portfolio.access.credential.PersonalAccessToken;
import io.riskwatch.portfolio.access.credential.PersonalAccessTokens;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Exchanges a personal access token for a JWT, for the gateway alone. Nothing is stored: the JWT lives for minutes. It is
 * made with {@code new}, never as a bean, since one AuthenticationProvider bean switches form login off.
 */
final class PersonalAccessTokenProvider implements AuthenticationProvider {

    private final PersonalAccessTokens tokens;
    private final OAuth2TokenGenerator<? extends OAuth2Token> generator;

    PersonalAccessTokenProvider(PersonalAccessTokens tokens, OAuth2TokenGenerator<? extends OAuth2Token> generator) {
        this.tokens = tokens;
        this.generator = generator;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var grant = (PersonalAccessTokenGrant) authentication;
        if (!(grant.getPrincipal() instanceof OAuth2ClientAuthenticationToken client) || !client.isAuthenticated()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        RegisteredClient registered = Objects.requireNonNull(client.getRegisteredClient());
        if (!registered.getAuthorizationGrantTypes().contains(PersonalAccessTokenGrant.TYPE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        }
        PersonalAccessToken found = tokens.use(grant.opaque())
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        return new OAuth2AccessTokenAuthenticationToken(
                registered, client, issue(registered, grant.with(found), found));
    }

    private OAuth2AccessToken issue(
            RegisteredClient client, PersonalAccessTokenGrant grant, PersonalAccessToken found) {
        Set<String> scopes = Set.of(ServiceClients.SCOPE);
        @Nullable
        OAuth2Token token = generator.generate(DefaultOAuth2TokenContext.builder()
                .registeredClient(client)
                .principal(UsernamePasswordAuthenticationToken.authenticated(
                        found.userId().toString(), null, AuthorityUtils.NO_AUTHORITIES))
                .authorizationServerContext(AuthorizationServerContextHolder.getContext())
                .authorizedScopes(scopes)
                .tokenType(OAuth2TokenType.ACCESS_TOKEN)
                .authorizationGrantType(PersonalAccessTokenGrant.TYPE)
                .authorizationGrant(grant)
                .build());
        if (token == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.SERVER_ERROR);
        }
        Instant issuedAt = Objects.requireNonNull(token.getIssuedAt());
        Instant expiresAt = Objects.requireNonNull(token.getExpiresAt());
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, token.getTokenValue(), issuedAt, expiresAt, scopes);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return PersonalAccessTokenGrant.class.isAssignableFrom(authentication);
    }
}
