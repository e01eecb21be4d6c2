package io.riskwatch.marketdata.provider.credit;

import java.time.Duration;

/**
 * What a plan allows.
 *
 * @param perMinute credits in any sixty seconds
 * @param perDay credits in a day of UTC
 * @param spacing the least time between two calls
 */
public record Budget(int perMinute, int perDay, Duration spacing) {
    public Budget {
        if (perMinute < 1 || perDay < 1) {
            throw new IllegalArgumentException(
                    "credits per minute and day must be at least 1, were " + perMinute + " and " + perDay);
        }
        if (spacing.isNegative()) {
            throw new IllegalArgumentException("spacing must not be negative, was " + spacing);
        }
    }

    public static Budget of(int perMinute, int perDay) {
        return new Budget(perMinute, perDay, Duration.ZERO);
    }
}
