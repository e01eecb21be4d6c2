package io.riskwatch.portfolio.analysis;

import java.util.Locale;

/** Which queue an analysis waits in: that of people who wait for an answer, or that of work which may take the night. */
public enum AnalysisLane {
    INTERACTIVE,
    BATCH;

    /** The routing key of its jobs. */
    String routingKey() {
        return name().toLowerCase(Locale.ROOT);
    }
}
