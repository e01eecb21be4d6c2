package io.riskwatch.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.internal.ThreadExecutorMap;
import io.riskwatch.gateway.limit.LimitSettings.Rate;
import io.riskwatch.service.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Counts requests in Redis, so that all replicas count together; those of a busy client several at once ({@link Allowance}).
 * Each call ends empty when the request may pass and
 * with a problem when not. Without Redis, reading goes on uncounted and signing in stops.
 */
@Component
public class RequestRates {

    private static final Logger log = LoggerFactory.getLogger(RequestRates.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 100_000;
    private static final RedisScript<Long> TAKE = RedisScript.of(text("redis/take-request.lua"), Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final LimitSettings settings;
    private final Cache<String, Allowance> allowances = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofSeconds(10))
            .maximumSize(MOST_REMEMBERED)
            .build();

    RequestRates(ReactiveStringRedisTemplate redis, LimitSettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    /** One request of a user. */
    public Mono<Void> user(String subject) {
        return open(allowed("user:" + subject, settings.user()));
    }

    /** One request of nobody in particular. */
    public Mono<Void> address(String address) {
        return open(allowed("address:" + address, settings.address()));
    }

    /** One attempt to sign in or to get a token. */
    public Mono<Void> signIn(String address) {
        return closed(single("sign-in:" + address, settings.signIn()));
    }

    /** One guest made. */
    public Mono<Void> guest(String address) {
        return closed(single("guest:" + address, settings.guest()));
    }

    private Mono<Void> allowed(String key, Rate rate) {
        return Mono.defer(() -> {
            Allowance allowance = allowances.get(key, _ -> new Allowance(System.nanoTime()));
            long now = System.nanoTime();
            if (allowance.spend(now)) {
                return Mono.empty();
            }
            long refused = allowance.refusedNanos(now);
            return refused > 0 ? Mono.error(tooMany(refused / 1_000)) : ask(key, rate, allowance);
        });
    }

    private Mono<Void> ask(String key, Rate rate, Allowance allowance) {
        return take(key, rate, allowance.wanted(rate.burst()))
                .doFinally(_ -> allowance.answered())
                .flatMap(answer -> {
                    long now = System.nanoTime();
                    if (answer > 0) {
                        allowance.refused(answer * 1_000, now);
                        return Mono.error(tooMany(answer));
                    }
                    allowance.granted((int) -answer, now);
                    return Mono.empty();
                });
    }

    private Mono<Void> single(String key, Rate rate) {
        return Mono.defer(() -> take(key, rate, 1))
                .flatMap(answer -> answer > 0 ? Mono.error(tooMany(answer)) : Mono.empty());
    }

    /**
     * What the script answers: how many may pass, negative, or the microseconds until one may. The request goes on by the event
     * loop that read it, not by the one of Redis.
     */
    private Mono<Long> take(String key, Rate rate, int requests) {
        EventExecutor loop = ThreadExecutorMap.currentExecutor();
        Mono<Long> answer = asked(key, rate, requests);
        return loop == null ? answer : answer.publishOn(Schedulers.fromExecutor(loop));
    }

    private Mono<Long> asked(String key, Rate rate, int requests) {
        return redis.execute(
                        TAKE,
                        List.of("riskwatch:rate:" + key),
                        List.of(
                                Long.toString(rate.intervalMicros()),
                                Integer.toString(rate.burst()),
                                Integer.toString(requests)))
                .next()
                .timeout(PATIENCE);
    }

    /** Read once: a script that is a resource is asked at each request whether its file has changed. */
    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
