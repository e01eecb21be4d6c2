package io.riskwatch.portfolio.marginwatch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** What the watch measures of itself, {@code riskwatch.margin.*}. */
final class WatchMeters {

    private static final String NAME = "riskwatch.margin.";
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final Timer oldest;
    private final Timer passes;
    private final Counter ticks;
    private final Counter changes;

    /** @param book whose size and counts are read by whoever asks, perhaps a moment late */
    WatchMeters(MeterRegistry meters, MarginBook book) {
        oldest = Timer.builder(NAME + "oldest.tick")
                .description("How long the oldest price of a pass had waited when its accounts were judged")
                .publishPercentiles(0.5, 0.99)
                .distributionStatisticExpiry(WINDOW)
                .register(meters);
        passes = Timer.builder(NAME + "pass")
                .description("How long a pass over the accounts concerned took")
                .distributionStatisticExpiry(WINDOW)
                .register(meters);
        ticks = Counter.builder(NAME + "ticks").description("Prices heard").register(meters);
        changes = Counter.builder(NAME + "changes")
                .description("Changes of state found")
                .register(meters);
        FunctionCounter.builder(NAME + "judged", book, MarginBook::judged)
                .description("Accounts judged")
                .register(meters);
        FunctionCounter.builder(NAME + "exact", book, MarginBook::asked)
                .description("Accounts judged by the exact rule, because the screen did not know")
                .register(meters);
        meters.gauge(NAME + "accounts", book, MarginBook::size);
    }

    void heard(int prices) {
        ticks.increment(prices);
    }

    void found(int transitions) {
        changes.increment(transitions);
    }

    /**
     * A pass with prices is over; times of {@link System#nanoTime}.
     *
     * @param waitedSince when the oldest of its prices came
     */
    void passed(long waitedSince, long began, long ended) {
        oldest.record(Duration.ofNanos(ended - waitedSince));
        passes.record(Duration.ofNanos(ended - began));
    }
}
