package io.riskwatch.analytics.exposure;

import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.history.HistorySource;
import org.jspecify.annotations.Nullable;

/** Makes the exposure of a job, from its own data or from the market-data service. */
public final class Exposures {

    private final HistorySource history;

    public Exposures(HistorySource history) {
        this.history = history;
    }

    /**
     * The exposure of the job in the window.
     *
     * @param leaveOutMissing leave out holdings without history instead of refusing them
     * @throws BadInputException naming the field and what is wrong with it
     */
    public Exposure of(AnalysisJob job, Window window, @Nullable String benchmark, boolean leaveOutMissing) {
        if (window.from() != null && window.to() != null && window.to().isBefore(window.from())) {
            throw new BadInputException(
                    "parameters.to",
                    "The window ends on " + window.to() + ", before it begins on " + window.from() + ".");
        }
        return job.data() == null
                ? HeldExposure.of(job, window, benchmark, leaveOutMissing, history)
                : InlineExposure.of(job, job.data(), window, benchmark);
    }
}
