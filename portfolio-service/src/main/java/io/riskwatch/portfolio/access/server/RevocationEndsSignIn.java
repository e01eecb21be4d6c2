package io.riskwatch.portfolio.access.server;

import io.riskwatch.portfolio.access.SessionSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * A revoked token takes along what else came of the same sign-in, and that sign-in itself: a browser signed out from afar would else
 * be back at the next click, without a password. The sign-in goes first, so that a revocation which failed can be repeated.
 */
@Component
class RevocationEndsSignIn implements AuthenticationSuccessHandler {

    private final OAuth2AuthorizationService authorizations;
    private final SessionRepository<?> sessions;

    RevocationEndsSignIn(OAuth2AuthorizationService authorizations, SessionRepository<?> sessions) {
        this.authorizations = authorizations;
        this.sessions = sessions;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        OAuth2Authorization revoked = authorizations.findByToken(request.getParameter("token"), null);
        if (revoked != null) {
            String signIn = revoked.getAttribute(SessionSignIn.ATTRIBUTE);
            if (signIn != null) {
                sessions.deleteById(signIn);
            }
            authorizations.remove(revoked);
        }
        response.setStatus(HttpStatus.OK.value());
    }
}
