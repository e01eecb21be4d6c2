package io.riskwatch.service.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Decoders that check a token's signature once in half a minute, what it says each time: a token ends on time, and one whose key is
 * withdrawn within that half minute. For services that bring Caffeine.
 */
public final class RememberedSignatures {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST_REMEMBERED = 10_000;

    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<String, Jwt> signed = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    private RememberedSignatures(OAuth2TokenValidator<Jwt> validator) {
        this.validator = validator;
    }

    /**
     * For a servlet service.
     *
     * @param decoder checks signatures and, from now on, with the validator what tokens say
     */
    public static JwtDecoder of(NimbusJwtDecoder decoder, OAuth2TokenValidator<Jwt> validator) {
        decoder.setJwtValidator(validator);
        var remembered = new RememberedSignatures(validator);
        return token -> remembered.find(token).orElseGet(() -> remembered.keep(token, decoder.decode(token)));
    }

    /** As above, for a reactive service. */
    public static ReactiveJwtDecoder of(NimbusReactiveJwtDecoder decoder, OAuth2TokenValidator<Jwt> validator) {
        decoder.setJwtValidator(validator);
        var remembered = new RememberedSignatures(validator);
        return token -> Mono.fromCallable(() -> remembered.find(token).orElse(null))
                .switchIfEmpty(Mono.defer(() -> decoder.decode(token).map(jwt -> remembered.keep(token, jwt))));
    }

    private Jwt keep(String token, Jwt jwt) {
        signed.put(token, jwt);
        return jwt;
    }

    /** The token, if its signature is remembered. */
    private Optional<Jwt> find(String token) {
        Optional<Jwt> known = Optional.ofNullable(signed.getIfPresent(token));
        known.ifPresent(this::requireValid);
        return known;
    }

    private void requireValid(Jwt jwt) {
        OAuth2TokenValidatorResult result = validator.validate(jwt);
        if (result.hasErrors()) {
            throw new JwtValidationException("The token is not valid any more", result.getErrors());
        }
    }
}
