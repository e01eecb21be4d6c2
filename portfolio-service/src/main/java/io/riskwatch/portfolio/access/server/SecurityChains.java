package io.riskwatch.portfolio.access.server;

import io.riskwatch.portfolio.access.Page;
import io.riskwatch.portfolio.access.PublicUrl;
import io.riskwatch.portfolio.access.credential.PersonalAccessTokens;
import io.riskwatch.portfolio.access.guest.GuestSignIn;
import io.riskwatch.portfolio.access.guest.Guests;
import io.riskwatch.service.security.ServletResourceServer;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.session.data.redis.config.annotation.web.http.EnableRedisHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The authorization server's endpoints (first), the sign-in pages (second, in package account) and the API (last). The
 * server's own session, for the pages only, lies in Redis under a cookie that is sent to /auth alone.
 */
@Configuration(proxyBeanMethods = false)
@EnableRedisHttpSession(redisNamespace = "riskwatch:auth-session", maxInactiveIntervalInSeconds = 8 * 60 * 60)
class SecurityChains {

    static final String SESSION_COOKIE = "RW_AUTH";

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServerChain(
            HttpSecurity http,
            PersonalAccessTokens tokens,
            OAuth2TokenGenerator<OAuth2Token> generator,
            Guests guests,
            RevocationEndsSignIn revoked)
            throws Exception {
        var server = new OAuth2AuthorizationServerConfigurer();
        var htmlOnly = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(
                        server,
                        as -> as.oidc(oidc -> oidc.logoutEndpoint(
                                        logout -> logout.errorResponseHandler(endTheSessionAnyway())))
                                .clientAuthentication(client ->
                                        client.authenticationProviders(SecurityChains::checkSecretsAsMachineSecrets))
                                .tokenRevocationEndpoint(token -> token.revocationResponseHandler(revoked))
                                .tokenEndpoint(token -> token.accessTokenRequestConverter(
                                                new PersonalAccessTokenConverter())
                                        .authenticationProvider(new PersonalAccessTokenProvider(tokens, generator))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(resource -> resource.jwt(Customizer.withDefaults()))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/auth/login"), htmlOnly))
                .headers(headers ->
                        headers.contentSecurityPolicy(csp -> csp.policyDirectives(Page.CONTENT_SECURITY_POLICY)))
                .addFilterAfter(new GuestSignIn(guests, ServiceClients.GATEWAY), HeaderWriterFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain apiChain(HttpSecurity http, ServletResourceServer resourceServer) throws Exception {
        resourceServer.apply(http);
        return http.build();
    }

    @Bean
    CookieSerializer sessionCookie(PublicUrl publicUrl) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(SESSION_COOKIE);
        cookie.setCookiePath("/auth");
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(publicUrl.isHttps());
        return cookie;
    }

    /** A logout whose hint the server no longer knows still ends the session here; else the next sign-in would need none. */
    private static AuthenticationFailureHandler endTheSessionAnyway() {
        return (request, response, failure) -> {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            response.sendRedirect("/");
        };
    }

    private static void checkSecretsAsMachineSecrets(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof ClientSecretAuthenticationProvider secrets) {
                secrets.setPasswordEncoder(new MachineSecretEncoder());
            }
        }
    }
}
