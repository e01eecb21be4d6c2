package io.riskwatch.analytics.job;

import java.time.Duration;

/**
 * How long a job waits after a failure: at least half of the longest wait, the rest by chance, so that jobs which failed together do
 * not all come back together ("equal jitter"). The retry queue lets go from its head: one that waits shorter behind one that
 * waits longer goes with it, and none waits longer than the longest.
 */
final class Backoff {

    private Backoff() {}

    /**
     * @param longest wait
     * @param chance in [0, 1)
     */
    static Duration wait(Duration longest, double chance) {
        if (!(chance >= 0 && chance < 1)) {
            throw new IllegalArgumentException("chance must lie in [0, 1), was " + chance);
        }
        long most = longest.toMillis();
        long least = most / 2;
        return Duration.ofMillis(least + (long) (chance * (most - least + 1)));
    }
}
