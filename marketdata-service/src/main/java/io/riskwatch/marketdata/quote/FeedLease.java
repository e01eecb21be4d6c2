package io.riskwatch.marketdata.quote;

import java.time.Duration;
import java.util.UUID;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Chooses the one replica that makes quotes, by a key in Redis that its holder keeps alive. Two holders for a moment do no
 * harm: both would publish the same prices.
 */
final class FeedLease {
    private static final String KEY = "quotes:feed";

    private final StringRedisTemplate redis;
    private final Duration duration;
    private final String holder = UUID.randomUUID().toString();

    FeedLease(StringRedisTemplate redis, Duration duration) {
        this.redis = redis;
        this.duration = duration;
    }

    /** Takes or extends the lease. */
    boolean hold() {
        if (Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(KEY, holder, duration))) {
            return true;
        }
        if (holder.equals(redis.opsForValue().get(KEY))) {
            redis.expire(KEY, duration);
            return true;
        }
        return false;
    }

    /** Gives the lease back, so that another replica need not wait for its end. */
    void release() {
        if (holder.equals(redis.opsForValue().get(KEY))) {
            redis.delete(KEY);
        }
    }
}
