package io.riskwatch.localstack.drill;

import java.time.Duration;

/**
 * How large a drill is.
 *
 * @param jobs asked in a drill that counts jobs
 * @param perSecond asked while something is away
 * @param outage how long a server or the network is away
 * @param kills how often a worker is killed
 * @param killEvery the time between two of them
 * @param patience how long the last job may take after the fault
 * @param timed whether answers that come late are violations; on a crowded machine they are figures only
 */
public record Scale(
        int jobs, int perSecond, Duration outage, int kills, Duration killEvery, Duration patience, boolean timed) {

    /** The form of {@code ./riskwatch test}. */
    public static final Scale SHORT =
            new Scale(24, 10, Duration.ofSeconds(4), 2, Duration.ofSeconds(2), Duration.ofMinutes(5), false);

    /** The form of {@code ./riskwatch drill}. */
    public static final Scale LONG =
            new Scale(200, 50, Duration.ofSeconds(20), 10, Duration.ofSeconds(5), Duration.ofMinutes(10), true);
}
