package io.riskwatch.gateway.session;

import io.riskwatch.gateway.dashboard.PageHeaders;
import io.riskwatch.gateway.platform.Platform;
import io.riskwatch.gateway.problem.GatewayProblems;
import io.riskwatch.gateway.problem.ProblemWriter;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/** Who gets past the gateway, and as whom. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityChains {

    static final String[] AUTHORIZATION_SERVER = {"/auth/**", "/oauth2/token", "/.well-known/**"};
    static final String[] SERVICES = {
        "/api/**", "/ws/**", "/stocks/**", "/positions/*", "/margin/{client:\\d+}",
    };

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

    /** Browsers by session cookie and CSRF token, API clients by bearer token; nobody is redirected unasked. */
    @Bean
    @Order(2)
    SecurityWebFilterChain applicationChain(
            ServerHttpSecurity http,
            Platform platform,
            ReactiveClientRegistrationRepository registrations,
            ProblemWriter problems,
            PageHeaders pageHeaders) {
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
                .oauth2Login(o -> o.authorizationRequestResolver(new GuestLogin(registrations)))
                .oauth2ResourceServer(o -> o.jwt(Customizer.withDefaults()).authenticationEntryPoint(unauthenticated))
                .logout(l -> l.logoutHandler(new DelegatingServerLogoutHandler(
                                new SecurityContextServerLogoutHandler(), new WebSessionServerLogoutHandler()))
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
