package io.riskwatch.gateway.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The sessions of each user: a sorted set beside them in Redis, written at sign-in and at every renewal of the access token, so that
 * it is never older than a token and ends by itself. Spring Session's own index was left alone on purpose: it writes to Redis four more
 * times for each request, needs the right to configure the server, and without Redis at its start it never hears of an ended session.
 */
@Component
class UserSessions {

    /** Longer than a session may be idle plus the life of an access token, since that is how rarely a session is noted. */
    static final Duration REMEMBERED = Duration.ofHours(10);

    private static final String INDEX = "riskwatch:session:of:";

    private final ReactiveStringRedisTemplate redis;
    private final ReactiveSessionRepository<? extends Session> sessions;
    private final Clock clock = Clock.systemUTC();

    UserSessions(ReactiveStringRedisTemplate redis, ReactiveSessionRepository<? extends Session> sessions) {
        this.redis = redis;
        this.sessions = sessions;
    }

    /** Keeps in mind that the session is this user's. */
    Mono<Void> note(String user, String sessionId) {
        Instant now = clock.instant();
        Range<Double> forgotten =
                Range.closed(0.0, (double) now.minus(REMEMBERED).toEpochMilli());
        return redis.opsForZSet()
                .add(INDEX + user, sessionId, (double) now.toEpochMilli())
                .then(redis.opsForZSet().removeRangeByScore(INDEX + user, forgotten))
                .then(redis.expire(INDEX + user, REMEMBERED))
                .then();
    }

    /** Those that live, the ones noted last first. */
    Flux<Session> latest(String user, int limit) {
        return redis.opsForZSet()
                .reverseRange(INDEX + user, Range.closed(0L, limit - 1L))
                .concatMap(id -> living(user, id));
    }

    /** All that live, in no order. */
    Flux<Session> all(String user) {
        return redis.opsForZSet()
                .scan(INDEX + user)
                .mapNotNull(TypedTuple::getValue)
                .distinct()
                .concatMap(id -> living(user, id));
    }

    Mono<Void> delete(String user, String sessionId) {
        return sessions.deleteById(sessionId).then(forget(user, sessionId));
    }

    Mono<Void> forget(String user, String sessionId) {
        return redis.opsForZSet().remove(INDEX + user, sessionId).then();
    }

    /** A browser that signed in anew as somebody else is theirs now, whatever was noted before. */
    private Mono<Session> living(String user, String sessionId) {
        return sessions.findById(sessionId).cast(Session.class).filter(session -> user.equals(userOf(session)));
    }

    private static String userOf(Session session) {
        Object context = session.getAttribute(
                WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME);
        Authentication authentication =
                context instanceof SecurityContext security ? security.getAuthentication() : null;
        return authentication == null ? "" : authentication.getName();
    }
}
