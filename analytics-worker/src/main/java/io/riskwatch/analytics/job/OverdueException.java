package io.riskwatch.analytics.job;

import java.time.Duration;

/** The run took longer than any may; another one would take as long. */
class OverdueException extends RuntimeException {

    private final Duration deadline;

    OverdueException(Duration deadline) {
        super("the run took longer than " + deadline);
        this.deadline = deadline;
    }

    Duration deadline() {
        return deadline;
    }
}
