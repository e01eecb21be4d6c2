package io.riskwatch.portfolio.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/** So many attempts in so long a time for each key (an address, an account), counted in this process. */
public final class RateLimit {

    private static final int KEYS = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    public RateLimit(int attempts, Duration period) {
        buckets = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .expireAfterAccess(period.multipliedBy(2))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, period))
                        .build());
    }

    /** Counts an attempt; when there are too many, answers how long to wait. */
    public Optional<Duration> take(String key) {
        ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Takes a counted attempt back, because it turned out well. */
    public void giveBack(String key) {
        buckets.get(key).addTokens(1);
    }
}
