package io.riskwatch.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Checks a token's signature once in half a minute, what it says each time: a token ends on time, and one whose key is
 * withdrawn within that half minute.
 */
final class RememberedSignatures implements ReactiveJwtDecoder {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST_REMEMBERED = 10_000;

    private final NimbusReactiveJwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<String, Jwt> signed = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    /** The decoder then checks signatures, and with the validator what tokens say. */
    RememberedSignatures(NimbusReactiveJwtDecoder decoder, OAuth2TokenValidator<Jwt> validator) {
        this.decoder = decoder;
        this.validator = validator;
        decoder.setJwtValidator(validator);
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt known = signed.getIfPresent(token);
        return known == null
                ? decoder.decode(token).doOnNext(jwt -> signed.put(token, jwt))
                : Mono.fromCallable(() -> valid(known));
    }

    private Jwt valid(Jwt jwt) {
        OAuth2TokenValidatorResult result = validator.validate(jwt);
        if (result.hasErrors()) {
            throw new JwtValidationException("The token is not valid any more", result.getErrors());
        }
        return jwt;
    }
}
