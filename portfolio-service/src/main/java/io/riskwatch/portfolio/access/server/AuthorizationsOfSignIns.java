package io.riskwatch.portfolio.access.server;

import io.riskwatch.portfolio.access.SessionSignIn;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Keeps with each authorization the session of this server that gave it, which is the only tie between a browser's tokens and the
 * sign-in by which it would get new ones without a password.
 */
class AuthorizationsOfSignIns implements OAuth2AuthorizationService {

    private final OAuth2AuthorizationService stored;

    AuthorizationsOfSignIns(OAuth2AuthorizationService stored) {
        this.stored = stored;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        String signIn = authorization.getAttribute(SessionSignIn.ATTRIBUTE) == null ? currentSession() : null;
        stored.save(
                signIn == null
                        ? authorization
                        : OAuth2Authorization.from(authorization)
                                .attribute(SessionSignIn.ATTRIBUTE, signIn)
                                .build());
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        stored.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return stored.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        return stored.findByToken(token, tokenType);
    }

    /** Of a browser at the authorize page; programs at the token endpoint have none. */
    private static @Nullable String currentSession() {
        HttpSession session = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getSession(false)
                : null;
        return session == null ? null : session.getId();
    }
}
