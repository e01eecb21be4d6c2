package io.riskwatch.gateway.session;

import io.netty.channel.ChannelOption;
import io.riskwatch.gateway.platform.Platform;
import io.riskwatch.service.security.RememberedSignatures;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/**
 * The authorization server as the gateway sees it: public addresses for browsers, internal ones for its own calls.
 * Nothing is asked of it at start, so that either may come up first.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionSettings.class)
class AuthorizationServer {

    static final String REGISTRATION = "riskwatch";

    @Bean
    ReactiveClientRegistrationRepository registrations(Platform platform, SessionSettings settings) {
        String outside = platform.origin();
        String inside = platform.portfolioUrl().toString();
        return new InMemoryReactiveClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId("gateway")
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(outside + "/login/oauth2/code/" + REGISTRATION)
                .scope("openid", "riskwatch")
                .issuerUri(outside)
                .authorizationUri(outside + "/auth/oauth2/authorize")
                .tokenUri(inside + "/auth/oauth2/token")
                .jwkSetUri(inside + "/auth/oauth2/jwks")
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", outside + "/auth/connect/logout"))
                .build());
    }

    /** Calls to the authorization server, every one with an end. */
    @Bean
    WebClient authorizationServerClient(SessionSettings settings) {
        HttpClient http = HttpClient.create()
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.callTimeout().toMillis()))
                .responseTimeout(settings.callTimeout());
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .build();
    }

    /** Access tokens of API clients: RS256 only, our issuer, our audience. */
    @Bean
    ReactiveJwtDecoder jwtDecoder(Platform platform, WebClient authorizationServerClient) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri(
                        platform.portfolioUrl() + "/auth/oauth2/jwks")
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .webClient(authorizationServerClient)
                .build();
        return RememberedSignatures.of(
                decoder,
                new DelegatingOAuth2TokenValidator<>(
                        JwtValidators.createDefaultWithIssuer(platform.origin()),
                        new JwtClaimValidator<Iterable<String>>("aud", AuthorizationServer::isForServices)));
    }

    private static boolean isForServices(Iterable<String> audience) {
        for (String name : audience) {
            if ("riskwatch".equals(name)) {
                return true;
            }
        }
        return false;
    }
}
