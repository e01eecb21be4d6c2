package io.riskwatch.portfolio.schedule;

import io.riskwatch.service.problem.FieldError;
import io.riskwatch.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a run could not be asked for.
 *
 * @param at when it was due
 * @param limit of the plan, when that was the reason
 * @param errors the fields of the request that were the reason
 */
record LastProblem(
        Instant at,
        int status,
        String title,
        String detail,
        @Nullable String limit,

        @Schema(description = "Fields of the request, when they were the reason")
        List<FieldError> errors) {

    private static final int INTERNAL = 500;

    LastProblem {
        errors = List.copyOf(errors);
    }

    static LastProblem of(Instant due, ProblemException refusal) {
        Object limit = refusal.properties().get("limit");
        return new LastProblem(
                due,
                refusal.status().value(),
                refusal.title(),
                refusal.detail(),
                limit == null ? null : limit.toString(),
                refusal.errors());
    }

    /** A run that failed through no fault of its question. */
    static LastProblem internal(Instant due) {
        return new LastProblem(
                due,
                INTERNAL,
                "Internal error",
                "Something went wrong on our side while this was asked for.",
                null,
                List.of());
    }
}
