package io.riskwatch.portfolio.access.server;

import io.riskwatch.portfolio.access.credential.PersonalAccessToken;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;

/** The gateway's request to exchange a user's opaque token for a JWT. */
final class PersonalAccessTokenGrant extends OAuth2AuthorizationGrantAuthenticationToken {

    static final AuthorizationGrantType TYPE = new AuthorizationGrantType("urn:riskwatch:grant:personal-access-token");

    private static final long serialVersionUID = 1;

    private final String opaque;
    private final transient @Nullable PersonalAccessToken found;

    PersonalAccessTokenGrant(String opaque, Authentication client) {
        this(opaque, client, null);
    }

    private PersonalAccessTokenGrant(String opaque, Authentication client, @Nullable PersonalAccessToken found) {
        super(TYPE, client, Map.of());
        this.opaque = opaque;
        this.found = found;
    }

    PersonalAccessTokenGrant with(PersonalAccessToken token) {
        return new PersonalAccessTokenGrant(opaque, (Authentication) getPrincipal(), token);
    }

    String opaque() {
        return opaque;
    }

    /** What the opaque token was found to be. */
    @Nullable
    PersonalAccessToken found() {
        return found;
    }
}
