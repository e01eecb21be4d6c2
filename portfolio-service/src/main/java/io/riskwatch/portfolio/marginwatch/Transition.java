package io.riskwatch.portfolio.marginwatch;

import io.riskwatch.portfolio.margin.MarginState;
import io.riskwatch.portfolio.margin.MarginStatus;
import io.riskwatch.portfolio.tick.Tick;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The book found an account in another state than the one that is kept.
 *
 * @param version of the state it is to replace
 * @param cause the price that brought it about; absent when it was no price
 * @param pricesAsOf the newest price the book knew when it found it
 */
record Transition(
        WatchedAccount account,
        MarginState before,
        long version,
        MarginStatus status,
        @Nullable Tick cause,
        Instant pricesAsOf) {

    MarginState after() {
        return status.state();
    }
}
