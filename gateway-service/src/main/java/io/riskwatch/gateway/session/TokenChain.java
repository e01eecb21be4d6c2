package io.riskwatch.gateway.session;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Requests with a bearer token, in one step: whose token is good may ask for everything, and whose is not gets 401 whatever
 * is asked for. Spring Security's chain for the same has six filters of many steps each, which were a large part of what the
 * gateway's own work cost.
 */
final class TokenChain implements SecurityWebFilterChain {

    private static final String BEARER = "Bearer ";

    private final Flux<WebFilter> filters;
    private final ReactiveJwtDecoder decoder;
    private final ServerAuthenticationEntryPoint unauthenticated;
    private final JwtAuthenticationConverter users = new JwtAuthenticationConverter();

    /**
     * @param headers writes what every answer says to browsers
     * @param decoder checks tokens
     * @param unauthenticated answers whose token is not good
     */
    TokenChain(WebFilter headers, ReactiveJwtDecoder decoder, ServerAuthenticationEntryPoint unauthenticated) {
        this.filters = Flux.just(headers, this::filter);
        this.decoder = decoder;
        this.unauthenticated = unauthenticated;
    }

    @Override
    public Mono<Boolean> matches(ServerWebExchange exchange) {
        return Mono.just(token(exchange) != null);
    }

    @Override
    public Flux<WebFilter> getWebFilters() {
        return filters;
    }

    private Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String token = token(exchange);
        if (token == null) {
            return Mono.error(new IllegalStateException("the token was there when the chain was chosen"));
        }
        return decoder.decode(token)
                .map(this::user)
                .onErrorMap(JwtException.class, TokenChain::refusal)
                .map(user -> chain.filter(
                                exchange.mutate().principal(Mono.just(user)).build())
                        .contextWrite(ReactiveSecurityContextHolder.withAuthentication(user)))
                .onErrorResume(
                        AuthenticationException.class,
                        e -> e instanceof AuthenticationServiceException
                                ? Mono.error(e)
                                : Mono.just(unauthenticated.commence(exchange, e)))
                .flatMap(next -> next);
    }

    private Authentication user(Jwt jwt) {
        Authentication user = users.convert(jwt);
        if (user == null) {
            throw new IllegalStateException("every token is somebody's");
        }
        return user;
    }

    /** What is wrong with the token is the caller's; that it could not be looked at is ours. */
    private static AuthenticationException refusal(JwtException e) {
        return e instanceof BadJwtException
                ? new InvalidBearerTokenException(String.valueOf(e.getMessage()), e)
                : new AuthenticationServiceException(String.valueOf(e.getMessage()), e);
    }

    /** What is no token is found out where it is read: Spring's own converter matches each against a regular expression first. */
    private static @Nullable String token(ServerWebExchange exchange) {
        String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length())
                : null;
    }
}
