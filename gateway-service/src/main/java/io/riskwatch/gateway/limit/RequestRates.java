package io.riskwatch.gateway.limit;

import io.riskwatch.gateway.limit.LimitSettings.Rate;
import io.riskwatch.service.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts requests in Redis, so that all replicas count together. Each call ends empty when the request may pass and
 * with a problem when not. Without Redis, reading goes on uncounted and signing in stops.
 */
@Component
public class RequestRates {

    private static final Logger log = LoggerFactory.getLogger(RequestRates.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final RedisScript<Long> TAKE =
            RedisScript.of(new ClassPathResource("redis/take-request.lua"), Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final LimitSettings settings;

    RequestRates(ReactiveStringRedisTemplate redis, LimitSettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    /** One request of a user. */
    public Mono<Void> user(String subject) {
        return open(take("user:" + subject, settings.user()));
    }

    /** One request of nobody in particular. */
    public Mono<Void> address(String address) {
        return open(take("address:" + address, settings.address()));
    }

    /** One attempt to sign in or to get a token. */
    public Mono<Void> signIn(String address) {
        return closed(take("sign-in:" + address, settings.signIn()));
    }

    /** One guest made. */
    public Mono<Void> guest(String address) {
        return closed(take("guest:" + address, settings.guest()));
    }

    private Mono<Void> take(String key, Rate rate) {
        return redis.execute(
                        TAKE,
                        List.of("riskwatch:rate:" + key),
                        List.of(Long.toString(rate.intervalMicros()), Integer.toString(rate.burst())))
                .next()
                .timeout(PATIENCE)
                .flatMap(waitMicros -> waitMicros > 0 ? Mono.error(tooMany(waitMicros)) : Mono.empty());
    }

    private static Mono<Void> open(Mono<Void> taken) {
        return taken.onErrorResume(e -> !(e instanceof ProblemException), e -> {
            log.debug("event=rate-uncounted cause={}", e.toString());
            return Mono.empty();
        });
    }

    private static Mono<Void> closed(Mono<Void> taken) {
        return taken.onErrorMap(e -> !(e instanceof ProblemException), e -> {
            log.warn("event=sign-in-closed cause={}", e.toString());
            return ProblemException.unavailable(
                    SOON, "Signing in is closed for a moment, because attempts cannot be counted.");
        });
    }

    private static ProblemException tooMany(long waitMicros) {
        Duration wait = Duration.ofNanos(waitMicros * 1000);
        return ProblemException.tooManyRequests(wait, "Too many requests. Try again after the time in Retry-After.");
    }
}
