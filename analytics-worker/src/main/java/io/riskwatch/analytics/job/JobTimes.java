package io.riskwatch.analytics.job;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Where a worker's time goes: timer {@code riskwatch.job} by kind and part. {@code job} is a whole delivery, {@code run} the
 * analysis in it (of which {@code riskwatch.history} is the waiting for prices), {@code store} the storing of the result.
 */
@Component
class JobTimes {

    private static final String TIMER = "riskwatch.job";

    private final MeterRegistry meters;

    JobTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Does the work and counts the time it took, whether it succeeded or not. */
    <T> T record(String kind, String part, Supplier<T> work) {
        return Objects.requireNonNull(
                meters.timer(TIMER, "kind", kind, "part", part).record(work));
    }
}
