package io.riskwatch.service.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A refusal that the client may read: becomes an {@code application/problem+json} body as it stands. */
public class ProblemException extends RuntimeException {

    private final HttpStatus status;
    private final String type;
    private final String title;
    private final List<FieldError> errors;
    private final Map<String, Object> properties;
    private final @Nullable Duration retryAfter;

    private ProblemException(
            HttpStatus status,
            String type,
            String title,
            String detail,
            List<FieldError> errors,
            Map<String, Object> properties,
            @Nullable Duration retryAfter) {
        super(detail);
        this.status = status;
        this.type = type;
        this.title = title;
        this.errors = List.copyOf(errors);
        this.properties = Map.copyOf(properties);
        this.retryAfter = retryAfter;
    }

    private ProblemException(HttpStatus status, String type, String title, String detail) {
        this(status, type, title, detail, List.of(), Map.of(), null);
    }

    /** Any other status, for a part of the platform with a refusal of its own. */
    public static ProblemException of(HttpStatus status, String type, String title, String detail) {
        return new ProblemException(status, type, title, detail);
    }

    /** 404: the thing does not exist, or belongs to somebody else, which is the same to the caller. */
    public static ProblemException notFound(String what) {
        return new ProblemException(HttpStatus.NOT_FOUND, "not-found", "Not found", "There is no such " + what + ".");
    }

    /** 400 for one field. */
    public static ProblemException badRequest(String field, String message) {
        return badRequest(List.of(new FieldError(field, message)));
    }

    /** 400 for several fields. */
    public static ProblemException badRequest(List<FieldError> errors) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", summary(errors), errors, Map.of(), null);
    }

    /** 409: the request contradicts the state of the thing. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(HttpStatus.CONFLICT, "conflict", "Conflict", detail);
    }

    /** 412: somebody else changed the thing since the client read it. */
    public static ProblemException preconditionFailed(String detail) {
        return new ProblemException(HttpStatus.PRECONDITION_FAILED, "precondition-failed", "Changed meanwhile", detail);
    }

    /** 422 for one field: well-formed, but against a rule of the domain. */
    public static ProblemException unprocessable(String field, String message) {
        return unprocessable(List.of(new FieldError(field, message)));
    }

    /** 422 for several fields. */
    public static ProblemException unprocessable(List<FieldError> errors) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "unprocessable",
                "Cannot be processed",
                summary(errors),
                errors,
                Map.of(),
                null);
    }

    /** 402: the plan's limit is reached; the limit is named. */
    public static ProblemException paymentRequired(String limit, String detail) {
        return new ProblemException(
                HttpStatus.PAYMENT_REQUIRED,
                "plan-limit",
                "Plan limit reached",
                detail,
                List.of(),
                Map.of("limit", limit),
                null);
    }

    /** 402 for one field: what it asks for is beyond the plan's limit; the limit is named. */
    public static ProblemException paymentRequired(String limit, FieldError error, String detail) {
        return new ProblemException(
                HttpStatus.PAYMENT_REQUIRED,
                "plan-limit",
                "Plan limit reached",
                detail,
                List.of(error),
                Map.of("limit", limit),
                null);
    }

    /** 413: the body is larger than the named limit. */
    public static ProblemException payloadTooLarge(String limit, String detail) {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "Too large",
                detail,
                List.of(),
                Map.of("limit", limit),
                null);
    }

    /** 429: come back later. */
    public static ProblemException tooManyRequests(Duration retryAfter, String detail) {
        return new ProblemException(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "Too many requests",
                detail,
                List.of(),
                Map.of(),
                retryAfter);
    }

    /** 503: something this service needs is away. */
    public static ProblemException unavailable(Duration retryAfter, String detail) {
        return new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "Temporarily unavailable",
                detail,
                List.of(),
                Map.of(),
                retryAfter);
    }

    /** The same problem with one more member in its body, for example {@code line}. */
    public ProblemException with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(properties);
        more.put(name, value);
        return new ProblemException(status, type, title, detail(), errors, more, retryAfter);
    }

    public HttpStatus status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public String detail() {
        String message = getMessage();
        return message == null ? title : message;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> properties() {
        return properties;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    private static String summary(List<FieldError> errors) {
        return errors.size() == 1
                ? errors.getFirst().field() + ": " + errors.getFirst().message()
                : errors.size() + " fields are wrong.";
    }
}
