package io.riskwatch.service.problem;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.BindingResult;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;

/** Builds the one body shape of an error: {@code type, title, status, detail, errors[], traceId}. */
public final class Problems {

    private static final String TYPE_PREFIX = "https://riskwatch.io/problems/";

    private final TraceId traceId;

    public Problems(TraceId traceId) {
        this.traceId = traceId;
    }

    public ProblemDetail of(ProblemException e) {
        ProblemDetail body = of(e.status(), e.type(), e.title(), e.detail(), e.errors());
        e.properties().forEach(body::setProperty);
        return body;
    }

    public ProblemDetail of(HttpStatusCode status, String type, String title, String detail, List<FieldError> errors) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create(TYPE_PREFIX + type));
        body.setTitle(title);
        if (!errors.isEmpty()) {
            body.setProperty("errors", errors);
        }
        return traced(body);
    }

    /** What the caller of an internal failure may know: that it happened, and the trace to quote. */
    ProblemDetail internal() {
        return of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "Internal error",
                "Something went wrong on our side. Quote the trace id when you report it.",
                List.of());
    }

    ProblemDetail invalid(List<FieldError> errors) {
        String detail = errors.size() == 1
                ? errors.getFirst().field() + ": " + errors.getFirst().message()
                : errors.size() + " fields are wrong.";
        return of(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", detail, errors);
    }

    /** Adds the trace id to a body made elsewhere. */
    ProblemDetail traced(ProblemDetail body) {
        traceId.current().ifPresent(id -> body.setProperty("traceId", id));
        return body;
    }

    static HttpHeaders headers(@Nullable Duration retryAfter) {
        HttpHeaders headers = new HttpHeaders();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        return headers;
    }

    static List<FieldError> fields(BindingResult result) {
        List<FieldError> errors = new ArrayList<>();
        result.getFieldErrors().forEach(e -> errors.add(new FieldError(e.getField(), message(e))));
        result.getGlobalErrors().forEach(e -> errors.add(new FieldError(e.getObjectName(), message(e))));
        return errors;
    }

    static List<FieldError> fields(MethodValidationResult result) {
        List<FieldError> errors = new ArrayList<>();
        for (ParameterValidationResult parameter : result.getParameterValidationResults()) {
            if (parameter instanceof ParameterErrors nested) {
                nested.getFieldErrors().forEach(e -> errors.add(new FieldError(e.getField(), message(e))));
            } else {
                String name = String.valueOf(parameter.getMethodParameter().getParameterName());
                parameter.getResolvableErrors().forEach(e -> errors.add(new FieldError(name, message(e))));
            }
        }
        return errors;
    }

    private static String message(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        return message == null ? "is invalid" : message;
    }
}
