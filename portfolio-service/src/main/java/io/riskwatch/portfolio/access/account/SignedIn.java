package io.riskwatch.portfolio.access.account;

import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** After signing in: on with the authorize request that asked for it, else have the gateway begin one. */
class SignedIn extends SavedRequestAwareAuthenticationSuccessHandler {

    SignedIn() {
        setDefaultTargetUrl("/oauth2/authorization/riskwatch");
    }
}
