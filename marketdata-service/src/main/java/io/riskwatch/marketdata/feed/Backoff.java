package io.riskwatch.marketdata.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Ever longer pauses between attempts, each shortened by chance so that not everybody comes back at once. */
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int failures;

    Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** The pause after one more failure: between half and all of {@code first * 2^failures}, at most the longest. */
    Duration next() {
        long full = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures, 20));
        failures++;
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }

    /** All is well again. */
    void reset() {
        failures = 0;
    }
}
