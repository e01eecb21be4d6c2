package io.riskwatch.gateway.session;

import io.riskwatch.gateway.problem.GatewayProblems;
import io.riskwatch.service.problem.ProblemException;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The access token of a signed-in browser, fresh enough for a service; nothing for a caller with a token of its own. */
@Component
public class SessionToken {

    private final ReactiveOAuth2AuthorizedClientManager clients;

    SessionToken(ReactiveOAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    public Mono<String> of(ServerWebExchange exchange) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(OAuth2AuthenticationToken.class)
                .flatMap(user -> token(exchange, user));
    }

    private Mono<String> token(ServerWebExchange exchange, OAuth2AuthenticationToken user) {
        OAuth2AuthorizeRequest request = OAuth2AuthorizeRequest.withClientRegistrationId(
                        AuthorizationServer.REGISTRATION)
                .principal(user)
                .attribute(ServerWebExchange.class.getName(), exchange)
                .build();
        return clients.authorize(request)
                .onErrorResume(
                        ClientAuthorizationException.class,
                        e -> OAuth2ErrorCodes.INVALID_GRANT.equals(e.getError().getErrorCode())
                                ? Mono.empty()
                                : Mono.error(e))
                .map(OAuth2AuthorizedClient::getAccessToken)
                .map(token -> token.getTokenValue())
                .switchIfEmpty(Mono.defer(() -> signOut(exchange)));
    }

    /** A session whose tokens cannot be renewed any more is no session. */
    private static Mono<String> signOut(ServerWebExchange exchange) {
        ProblemException over = GatewayProblems.unauthenticated("Your session is over. Sign in again.");
        return exchange.getSession().flatMap(WebSession::invalidate).then(Mono.error(over));
    }
}
