package io.riskwatch.analytics.event;

import io.riskwatch.analytics.analysis.BadInputException;
import java.time.Duration;
import java.util.List;

/**
 * Why an analysis has no result, in the shape of RFC 9457.
 *
 * @param status 4xx: the inputs; 5xx: the platform, after its retries
 */
public record JobProblem(String type, String title, int status, String detail, List<FieldError> errors) {

    private static final String TYPES = "https://riskwatch.io/problems/";

    public JobProblem {
        errors = List.copyOf(errors);
    }

    /**
     * One thing wrong with one field.
     *
     * @param field as the client wrote it
     */
    public record FieldError(String field, String message) {}

    public static JobProblem of(BadInputException e) {
        String message = String.valueOf(e.getMessage());
        return new JobProblem(
                TYPES + "unprocessable",
                "Cannot be processed",
                422,
                message,
                List.of(new FieldError(e.field(), message)));
    }

    /** The run took longer than any may. */
    public static JobProblem overdue(Duration deadline) {
        return new JobProblem(
                TYPES + "analysis-overdue",
                "The analysis took too long",
                422,
                "It was stopped after " + deadline.toMinutes()
                        + " minutes, the longest an analysis may take: ask for fewer paths, a shorter window or fewer holdings.",
                List.of());
    }

    /** What the owner may know of a failure of the platform. */
    public static JobProblem gaveUp(int tries) {
        return new JobProblem(
                TYPES + "analysis-failed",
                "The analysis failed",
                500,
                "The analysis failed " + tries
                        + " times and was given up. Nothing is lost: ask again later, and quote the"
                        + " analysis id if it happens again.",
                List.of());
    }
}
