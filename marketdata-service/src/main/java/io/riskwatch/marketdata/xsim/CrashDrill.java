package io.riskwatch.marketdata.xsim;

import java.time.Duration;
import java.time.Instant;

/**
 * A crash that a teacher switches on for a class: live prices fall, stay down and are back when it ends. It touches ticks
 * alone, never the stored history, and every price it touches is labelled.
 *
 * @param starts when prices begin to fall
 * @param lasts from then until all is over; the fall takes the first quarter of it
 * @param depth what the whole market loses at the worst, 0.3 is thirty percent; others fall by their sensitivity to it
 */
public record CrashDrill(Instant starts, Duration lasts, double depth) {
    private static final double SHARE_OF_FALL = 0.25;
    private static final double LARGEST_SENSITIVITY = 2;

    public CrashDrill {
        if (!(depth > 0 && depth < 0.9) || lasts.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "riskwatch.xsim.crash-drill: depth must lie in (0, 0.9) and lasts be a minute at least, were "
                            + depth + " and " + lasts);
        }
    }

    boolean runsAt(Instant at) {
        return !at.isBefore(starts) && at.isBefore(starts.plus(lasts));
    }

    /** What a price is multiplied by: (1 - depth) to the power of sensitivity and of how far the fall has come. */
    double factor(Instant at, double marketSensitivity) {
        if (!runsAt(at)) {
            return 1;
        }
        double elapsed = (double) Duration.between(starts, at).toMillis() / lasts.toMillis();
        double fallen = Math.min(1, elapsed / SHARE_OF_FALL);
        double sensitivity = Math.clamp(marketSensitivity, 0, LARGEST_SENSITIVITY);
        return StrictMath.exp(fallen * sensitivity * StrictMath.log1p(-depth));
    }
}
