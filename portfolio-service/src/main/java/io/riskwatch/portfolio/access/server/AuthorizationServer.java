package io.riskwatch.portfolio.access.server;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.riskwatch.portfolio.access.AccessSettings;
import io.riskwatch.portfolio.access.PublicUrl;
import io.riskwatch.service.security.RememberedSignatures;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.transaction.PlatformTransactionManager;

/** The parts of the authorization server: every endpoint under /auth, clients, tokens and keys in PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServer {

    @Bean
    AuthorizationServerSettings authorizationServerSettings(PublicUrl publicUrl) {
        return AuthorizationServerSettings.builder()
                .issuer(publicUrl.issuer())
                .authorizationEndpoint("/auth/oauth2/authorize")
                .tokenEndpoint("/auth/oauth2/token")
                .jwkSetEndpoint("/auth/oauth2/jwks")
                .tokenRevocationEndpoint("/auth/oauth2/revoke")
                .tokenIntrospectionEndpoint("/auth/oauth2/introspect")
                .pushedAuthorizationRequestEndpoint("/auth/oauth2/par")
                .deviceAuthorizationEndpoint("/auth/oauth2/device_authorization")
                .deviceVerificationEndpoint("/auth/oauth2/device_verification")
                .clientRegistrationEndpoint("/auth/oauth2/register")
                .oidcUserInfoEndpoint("/auth/userinfo")
                .oidcLogoutEndpoint("/auth/connect/logout")
                .oidcClientRegistrationEndpoint("/auth/connect/register")
                .build();
    }

    @Bean
    SigningKeys signingKeys(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            AccessSettings settings,
            Clock clock,
            FlywayMigrationInitializer afterMigration) {
        return new SigningKeys(jdbc, transactions, new KeyCipher(settings.keySecret()), clock);
    }

    @Bean
    JwtEncoder jwtEncoder(SigningKeys keys) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    /** This service's own check of tokens: no HTTP to itself; RS256 only, our issuer, meant for our services. */
    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys, PublicUrl publicUrl) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        var forUs = new JwtClaimValidator<List<String>>(
                "aud", audience -> audience != null && audience.contains(TokenClaims.AUDIENCE));
        return RememberedSignatures.of(
                decoder,
                JwtValidators.createDefaultWithValidators(List.of(new JwtIssuerValidator(publicUrl.issuer()), forUs)));
    }

    @Bean
    OAuth2TokenGenerator<OAuth2Token> tokenGenerator(JwtEncoder encoder, TokenClaims claims) {
        var jwts = new JwtGenerator(encoder);
        jwts.setJwtCustomizer(claims);
        return new DelegatingOAuth2TokenGenerator(jwts, new OAuth2RefreshTokenGenerator());
    }

    @Bean
    RegisteredClientRepository registeredClients(JdbcOperations jdbc) {
        return new JdbcRegisteredClientRepository(jdbc);
    }

    @Bean
    OAuth2AuthorizationService authorizations(JdbcOperations jdbc, RegisteredClientRepository clients) {
        return new AuthorizationsOfSignIns(new JdbcOAuth2AuthorizationService(jdbc, clients));
    }

    @Bean
    OAuth2AuthorizationConsentService consents(JdbcOperations jdbc, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationConsentService(jdbc, clients);
    }
}
