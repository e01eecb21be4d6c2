package io.riskwatch.portfolio.alert.delivery;

import org.jspecify.annotations.Nullable;

/** How sending ended. */
record Sent(
        Outcome.Verdict verdict,
        @Nullable Integer statusCode,
        @Nullable String error) {}
