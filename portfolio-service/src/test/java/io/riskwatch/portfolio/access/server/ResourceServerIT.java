package io.riskwatch.portfolio.access.server;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Every forged or foreign token is a 401; what is right but for one thing shows that this one thing is looked at. */
class ResourceServerIT extends PortfolioServiceIT {

    @Autowired
    private SigningKeys keys;

    private TestCaller caller;
    private RSAKey own;

    @BeforeEach
    void aCaller() {
        caller = callers.inNewOrganisation();
        own = keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                .getFirst()
                .toRSAKey();
    }

    @Test
    void theTokenTheOthersAreMadeFromIsAccepted() throws Exception {
        http(signed(own, header(own.getKeyID()).build(), claims().build()))
                .get()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void withoutATokenThereIsAProblemThatSaysSo() {
        anonymous()
                .get()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .exists(HttpHeaders.WWW_AUTHENTICATE);
    }

    @Test
    void anUnsignedTokenIsRefused() {
        expectRefused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASharedSecretIsRefused() throws Exception {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(own.getKeyID()).build(), claims().build());
        jwt.sign(new MACSigner(own.toRSAPublicKey().getEncoded()));
        expectRefused(jwt.serialize());
    }

    @Test
    void aTokenOfAnotherAlgorithmOfTheSameKeyIsRefused() throws Exception {
        expectRefused(signed(
                own,
                new JWSHeader.Builder(JWSAlgorithm.RS512).keyID(own.getKeyID()).build(),
                claims().build()));
    }

    @Test
    void aStrangersKeyIsRefusedWhateverItSaysOfItself() throws Exception {
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("stranger").generate();
        expectRefused(signed(stranger, header("stranger").build(), claims().build()));
        expectRefused(signed(stranger, header(own.getKeyID()).build(), claims().build()));
        expectRefused(
                signed(stranger, header("stranger").jwk(stranger.toPublicJWK()).build(), claims().build()));
        expectRefused(signed(
                stranger,
                header("stranger")
                        .jwkURL(URI.create("https://evil.example/jwks"))
                        .build(),
                claims().build()));
    }

    @Test
    void anotherAudienceAnotherIssuerAndAnOldOrFutureTokenAreRefused() throws Exception {
        expectClaimsRefused(claims().audience("gateway"));
        expectClaimsRefused(claims().audience((String) null));
        expectClaimsRefused(claims().issuer("http://localhost:8081"));
        expectClaimsRefused(claims().expirationTime(Date.from(Instant.now().minusSeconds(90))));
        expectClaimsRefused(claims().notBeforeTime(Date.from(Instant.now().plusSeconds(120))));
    }

    @Test
    void aTamperedTokenIsRefused() {
        String[] parts = caller.token().split("\\.");
        String other = callers.inNewOrganisation().token().split("\\.")[1];
        expectRefused(parts[0] + "." + other + "." + parts[2]);
    }

    @Test
    void aTokenOfAnotherTypeIsRefused() throws Exception {
        expectRefused(signed(
                own,
                header(own.getKeyID()).type(new JOSEObjectType("logout+jwt")).build(),
                claims().build()));
    }

    @Test
    void aTokenInTheAddressDoesNotCount() {
        anonymous()
                .get()
                .uri("/api/v1/me?access_token=" + caller.token())
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void theServerSaysWhereItsEndpointsAreUnderTheIssuerAndAtTheRoot() {
        for (String document : List.of("openid-configuration", "oauth-authorization-server")) {
            anonymous()
                    .get()
                    .uri("/.well-known/" + document)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.issuer")
                    .isEqualTo("http://localhost:8080")
                    .jsonPath("$.token_endpoint")
                    .isEqualTo("http://localhost:8080/auth/oauth2/token")
                    .jsonPath("$.jwks_uri")
                    .isEqualTo("http://localhost:8080/auth/oauth2/jwks");
        }
    }

    @Test
    void thePublishedKeysAreThePublicHalvesOnly() {
        anonymous()
                .get()
                .uri("/auth/oauth2/jwks")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.keys[0].kid")
                .isEqualTo(own.getKeyID())
                .jsonPath("$.keys[0].n")
                .exists()
                .jsonPath("$.keys[0].d")
                .doesNotExist();
    }

    private void expectClaimsRefused(JWTClaimsSet.Builder claims) throws Exception {
        expectRefused(signed(own, header(own.getKeyID()).build(), claims.build()));
    }

    private void expectRefused(String token) {
        http(token).get().uri("/api/v1/me").exchange().expectStatus().isUnauthorized();
    }

    private static JWSHeader.Builder header(String kid) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid);
    }

    private static String signed(JWK key, JWSHeader header, JWTClaimsSet claims) throws Exception {
        var jwt = new SignedJWT(header, claims);
        jwt.sign(new RSASSASigner(key.toRSAKey()));
        return jwt.serialize();
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("http://localhost:8080")
                .audience("riskwatch")
                .subject(caller.userId().toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("org", caller.organisationId().toString())
                .claim("roles", List.of("OWNER"));
    }
}
