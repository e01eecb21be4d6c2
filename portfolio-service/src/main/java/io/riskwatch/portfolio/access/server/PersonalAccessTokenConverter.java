package io.riskwatch.portfolio.access.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads the grant from a token request: {@code grant_type} and {@code token}. */
final class PersonalAccessTokenConverter implements AuthenticationConverter {

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (!PersonalAccessTokenGrant.TYPE.getValue().equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE))) {
            return null;
        }
        String[] tokens = request.getParameterValues(OAuth2ParameterNames.TOKEN);
        if (tokens == null || tokens.length != 1 || tokens[0].isBlank()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        Authentication client =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        return new PersonalAccessTokenGrant(tokens[0], client);
    }
}
