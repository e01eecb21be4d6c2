package io.riskwatch.gateway.session;

import io.riskwatch.gateway.dashboard.PageHeaders;
import io.riskwatch.gateway.platform.Platform;
import io.riskwatch.gateway.problem.GatewayProblems;
import io.riskwatch.gateway.problem.ProblemWriter;
import java.net.URI;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.ServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.header.HttpHeaderWriterWebFilter;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.WebFilter;

/** Who gets past the gateway, and as whom. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityChains {

    static final String[] AUTHORIZATION_SERVER = {"/auth/**", "/oauth2/token", "/.well-known/**"};

    static final String[] SERVICES = {
        "/api/**", "/ws/**", "/stocks/**", "/positions/*", "/margin/{client:\\d+}",
    };

    /** Every filter of every chain would else be a span and a timer of its own, for each request. */
    @Bean
    SecurityObservationSettings withoutObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    ServerWebExchangeFirewall firewall() {
        return new RequestFirewall();
    }

    /** The authorization server looks after itself: it has its own CSRF tokens and headers. */
    @Bean
    @Order(1)
    SecurityWebFilterChain authorizationServerChain(ServerHttpSecurity http) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(AUTHORIZATION_SERVER))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .authorizeExchange(a -> a.anyExchange().permitAll())
                .build();
    }

    /** API clients by bearer token: no session is looked for and none is made, and no cookie could be forged. */
    @Bean
    @Order(2)
    SecurityWebFilterChain tokenChain(
            ServerHttpSecurity http, ReactiveJwtDecoder decoder, ProblemWriter problems, PageHeaders pageHeaders) {
        WebFilter headers = Objects.requireNonNull(http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(pageHeaders)
                .build()
                .getWebFilters()
                .ofType(HttpHeaderWriterWebFilter.class)
                .blockFirst());
        return new TokenChain(headers, decoder, unauthenticated(problems));
    }

    /** Browsers by session cookie and CSRF token; nobody is redirected unasked. */
    @Bean
    @Order(3)
    SecurityWebFilterChain applicationChain(
            ServerHttpSecurity http,
            Platform platform,
            ReactiveClientRegistrationRepository registrations,
            ProblemWriter problems,
            PageHeaders pageHeaders,
            ServerAuthenticationSuccessHandler welcome,
            ServerLogoutHandler forgetSession) {
        var goodbye = new OidcClientInitiatedServerLogoutSuccessHandler(registrations);
        goodbye.setPostLogoutRedirectUri(platform.origin() + "/");
        goodbye.setLogoutSuccessUrl(URI.create("/")); // for whom was not signed in
        ServerAccessDeniedHandler forbidden = (exchange, e) -> problems.write(
                exchange,
                GatewayProblems.forbidden(
                        "The request lacks the CSRF token: send the cookie XSRF-TOKEN back as X-XSRF-TOKEN."));
        ServerAuthenticationEntryPoint unauthenticated = unauthenticated(problems);
        return http.csrf(c -> c.csrfTokenRepository(csrfCookie(platform))
                        .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                        .accessDeniedHandler(forbidden))
                .headers(pageHeaders)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .authorizeExchange(a ->
                        a.pathMatchers(SERVICES).authenticated().anyExchange().permitAll())
                .oauth2Login(o -> o.authorizationRequestResolver(new GuestLogin(registrations))
                        .authenticationSuccessHandler(welcome))
                .logout(l -> l.logoutHandler(new DelegatingServerLogoutHandler(
                                forgetSession,
                                new SecurityContextServerLogoutHandler(),
                                new WebSessionServerLogoutHandler()))
                        .logoutSuccessHandler(goodbye))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
                .build();
    }

    private static ServerAuthenticationEntryPoint unauthenticated(ProblemWriter problems) {
        return (exchange, e) -> {
            boolean badToken = e instanceof OAuth2AuthenticationException;
            exchange.getResponse()
                    .getHeaders()
                    .set(HttpHeaders.WWW_AUTHENTICATE, badToken ? "Bearer error=\"invalid_token\"" : "Bearer");
            return problems.write(
                    exchange,
                    GatewayProblems.unauthenticated(
                            badToken
                                    ? "The bearer token is not valid, or not any more."
                                    : "Sign in, or send a bearer token in the Authorization header."));
        };
    }

    private static CookieServerCsrfTokenRepository csrfCookie(Platform platform) {
        CookieServerCsrfTokenRepository cookie = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieCustomizer(c -> c.path("/").sameSite("Lax").secure(platform.https()));
        return cookie;
    }
}
