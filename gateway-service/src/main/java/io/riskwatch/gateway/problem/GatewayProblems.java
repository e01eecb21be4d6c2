package io.riskwatch.gateway.problem;

import io.riskwatch.service.problem.ProblemException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The refusals that only a gateway has to give. */
public final class GatewayProblems {

    private static final Duration SOON = Duration.ofSeconds(2);

    private GatewayProblems() {}

    public static ProblemException unauthenticated(String detail) {
        return ProblemException.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "Not signed in", detail);
    }

    public static ProblemException forbidden(String detail) {
        return ProblemException.of(HttpStatus.FORBIDDEN, "forbidden", "Not allowed", detail);
    }

    /** 503: the service behind the route is not there. */
    public static ProblemException away() {
        return ProblemException.unavailable(SOON, "The service that answers this is away. Try again in a moment.");
    }

    static ProblemException sessionsAway() {
        return ProblemException.unavailable(
                SOON, "Sessions cannot be read right now. You stay signed in; try again in a moment.");
    }

    static ProblemException late() {
        return ProblemException.of(
                HttpStatus.GATEWAY_TIMEOUT,
                "timeout",
                "No answer in time",
                "The service that answers this took too long. A change may still have been made: look before you repeat it.");
    }

    /** A refusal by the framework, in words. */
    static ProblemException of(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> ProblemException.notFound("address");
            default ->
                ProblemException.of(
                        status,
                        status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-'),
                        status.getReasonPhrase(),
                        "The gateway cannot take this request: " + status.getReasonPhrase() + ".");
        };
    }
}
