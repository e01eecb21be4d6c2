package io.riskwatch.gateway.session;

import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Starts a login, always with PKCE. "Try the demo" is the same login with a hint that asks for a guest; since it makes
 * something, it must be a POST, which the CSRF check has seen.
 */
class GuestLogin implements ServerOAuth2AuthorizationRequestResolver {

    private final DefaultServerOAuth2AuthorizationRequestResolver logins;

    GuestLogin(ReactiveClientRegistrationRepository registrations) {
        logins = new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
        logins.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        return logins.resolve(exchange).map(request -> wantsGuest(exchange) ? asGuest(request) : request);
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String registrationId) {
        return logins.resolve(exchange, registrationId)
                .map(request -> wantsGuest(exchange) ? asGuest(request) : request);
    }

    private static boolean wantsGuest(ServerWebExchange exchange) {
        return HttpMethod.POST.equals(exchange.getRequest().getMethod())
                && exchange.getRequest().getQueryParams().containsKey("demo");
    }

    private static OAuth2AuthorizationRequest asGuest(OAuth2AuthorizationRequest request) {
        return OAuth2AuthorizationRequest.from(request)
                .additionalParameters(parameters -> parameters.put("login_hint", "guest"))
                .build();
    }
}
