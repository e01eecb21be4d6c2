package io.riskwatch.portfolio.alert.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often something is tried.
 *
 * @param attempts until it counts as failed
 * @param firstRetry after the first failure; each further one waits four times as long
 * @param longestRetry how long it waits at most
 */
@ConfigurationProperties("riskwatch.alert.delivery")
record DeliverySettings(
        @DefaultValue("8") int attempts,
        @DefaultValue("10s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry) {

    private static final int GROWTH = 4;

    DeliverySettings {
        if (attempts < 1 || !firstRetry.isPositive() || firstRetry.compareTo(longestRetry) > 0) {
            throw new IllegalArgumentException(
                    "riskwatch.alert.delivery: attempts must be at least 1, first-retry positive"
                            + " and at most longest-retry, were " + attempts + ", " + firstRetry + " and "
                            + longestRetry);
        }
    }

    /**
     * How long to wait after a failure: half of it for certain, so that a receiver has a pause, the rest by chance, so that what
     * failed together does not return together.
     *
     * @param failures so far, 1 after the first
     * @param chance in [0, 1)
     */
    Duration waitAfter(int failures, double chance) {
        var wait = firstRetry;
        for (int i = 1; i < failures && wait.compareTo(longestRetry) < 0; i++) {
            wait = wait.multipliedBy(GROWTH);
        }
        var millis = Math.min(wait.toMillis(), longestRetry.toMillis());
        return Duration.ofMillis(millis / 2 + (long) (chance * (millis - millis / 2)));
    }
}
