package io.riskwatch.portfolio.alert.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt.
 *
 * @param verdict what it means for the delivery
 * @param at when it began
 */
record Outcome(
        Verdict verdict,
        @Nullable Integer statusCode,
        @Nullable String error,
        Instant at,
        int millis) {

    private static final int LONGEST_ERROR = 500;

    /** What an attempt means for the delivery. */
    enum Verdict {
        DELIVERED,
        /** Another attempt may go better. */
        FAILED,
        /** Every other attempt would fail as well. */
        FAILED_FOR_GOOD,
        /** Nothing was tried: nobody wants it any more. */
        NOT_WANTED
    }

    Outcome {
        error = error == null ? null : error.substring(0, Math.min(error.length(), LONGEST_ERROR));
    }
}
