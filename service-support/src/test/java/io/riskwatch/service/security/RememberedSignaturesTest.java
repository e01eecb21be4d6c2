package io.riskwatch.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

class RememberedSignaturesTest {

    private final RSAKey key = newKey();
    private final AtomicInteger validations = new AtomicInteger();
    private boolean over;

    private final OAuth2TokenValidator<Jwt> validator = jwt -> {
        validations.incrementAndGet();
        return over
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"))
                : OAuth2TokenValidatorResult.success();
    };

    private final ReactiveJwtDecoder reactive = RememberedSignatures.of(
            NimbusReactiveJwtDecoder.withPublicKey(publicKey()).build(), validator);

    private final Map<String, JwtDecoder> decoders = Map.of(
            "servlet",
            RememberedSignatures.of(NimbusJwtDecoder.withPublicKey(publicKey()).build(), validator),
            "reactive",
            token -> reactive.decode(token).blockOptional().orElseThrow());

    @ParameterizedTest
    @ValueSource(strings = {"servlet", "reactive"})
    void whatATokenSaysIsCheckedEachTime(String kind) {
        JwtDecoder tokens = decoders.get(kind);
        String token = token(key);

        Jwt first = tokens.decode(token);
        assertThat(first.getSubject()).isEqualTo("alice");
        assertThat(tokens.decode(token)).isSameAs(first);
        assertThat(validations).hasValue(2);
        over = true;
        assertThatThrownBy(() -> tokens.decode(token)).isInstanceOf(JwtValidationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"servlet", "reactive"})
    void aForgedTokenIsRefusedHoweverOftenItComes(String kind) {
        String forged = token(newKey());

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> decoders.get(kind).decode(forged)).isInstanceOf(BadJwtException.class);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private RSAPublicKey publicKey() {
        try {
            return key.toRSAPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(RSAKey signer) {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .subject("alice")
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .build());
        try {
            jwt.sign(new RSASSASigner(signer));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }
}
