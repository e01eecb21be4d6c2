package io.riskwatch.marketdata;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Stands in for the authorization server: signs tokens and publishes the key, so that the real checks run. */
public final class TestTokens {
    static final String ISSUER = "http://riskwatch.test";

    private final RSAKey key;
    private final HttpServer server;

    TestTokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/auth/oauth2/jwks", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    String issuerUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String member(UUID organisation) {
        return member(organisation, UUID.randomUUID(), Duration.ofHours(1));
    }

    public String member(UUID organisation, UUID user, Duration validFor) {
        return sign(claims(user.toString(), validFor)
                .claim("org", organisation.toString())
                .claim("name", "Test")
                .claim("roles", List.of("OWNER"))
                .build());
    }

    /** Somebody, or something, of the organisation with just these roles. */
    public String withRoles(UUID organisation, String... roles) {
        return sign(claims(UUID.randomUUID().toString(), Duration.ofHours(1))
                .claim("org", organisation.toString())
                .claim("roles", List.of(roles))
                .build());
    }

    public String service() {
        return sign(claims("analytics-worker", Duration.ofHours(1))
                .claim("roles", List.of("SERVICE"))
                .build());
    }

    private static JWTClaimsSet.Builder claims(String subject, Duration validFor) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("riskwatch")
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(validFor)));
    }

    private String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
