package io.riskwatch.marketdata.quote;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Chooses the one replica that feeds quotes, by a key in Redis that its holder keeps alive. Who cannot reach Redis cannot
 * know whether it still holds: it must stop when the lease's time is over.
 */
public final class FeedLease {
    /** Takes the lease where it is free, extends it where it is ours, in one step. */
    private static final RedisScript<Long> HOLD = RedisScript.of("""
            local holder = redis.call('get', KEYS[1])
            if not holder or holder == ARGV[1] then
              redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2])
              return 1
            end
            return 0""", Long.class);

    private static final RedisScript<Long> RELEASE = RedisScript.of("""
            if redis.call('get', KEYS[1]) == ARGV[1] then
              return redis.call('del', KEYS[1])
            end
            return 0""", Long.class);

    private final StringRedisTemplate redis;
    private final String key;
    private final Duration duration;
    private final String holder = UUID.randomUUID().toString();

    /** A lease on the feed of a provider. */
    public FeedLease(StringRedisTemplate redis, String provider, Duration duration) {
        this.redis = redis;
        this.key = "quotes:feed:" + provider;
        this.duration = duration;
    }

    /** How long the lease lasts when nobody extends it. */
    public Duration duration() {
        return duration;
    }

    /** Takes or extends the lease. */
    public boolean hold() {
        Long held = redis.execute(HOLD, List.of(key), holder, Long.toString(duration.toMillis()));
        return held != null && held == 1;
    }

    /** Gives the lease back, so that another replica need not wait for its end. */
    public void release() {
        redis.execute(RELEASE, List.of(key), holder);
    }
}
