package io.riskwatch.service.security;

import io.riskwatch.service.problem.Problems;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The bodies of 401 and 403, the same on both web stacks. */
final class Refusals {

    private Refusals() {}

    static ProblemDetail unauthenticated(Problems problems) {
        return problems.of(
                HttpStatus.UNAUTHORIZED,
                "unauthenticated",
                "Not signed in",
                "Send a valid bearer token in the Authorization header.",
                List.of());
    }

    static ProblemDetail forbidden(Problems problems) {
        return problems.of(
                HttpStatus.FORBIDDEN, "forbidden", "Not allowed", "Your role does not allow this.", List.of());
    }
}
