package io.riskwatch.service.problem;

import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Problem details for servlet services. */
@RestControllerAdvice
class MvcProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(MvcProblemAdvice.class);

    private final Problems problems;

    MvcProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ProblemException e) {
        return ResponseEntity.status(e.status())
                .headers(Problems.headers(e.retryAfter()))
                .body(problems.of(e));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException e) {
        return ResponseEntity.badRequest()
                .body(problems.invalid(List.of(new FieldError(e.getName(), "cannot be read: " + e.getValue()))));
    }

    /** Tomcat could not read a form, most often because it is too large. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(InvalidParameterException e) {
        ProblemException problem = e.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
                ? ProblemException.payloadTooLarge("form", "The form is larger than this address takes.")
                : ProblemException.badRequest("body", "cannot be read as a form");
        return refused(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception e) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            throw e; // Spring Security answers these
        }
        if (DatabaseAway.caused(e)) {
            log.warn("event=database-away reason=\"{}\"", e.getMessage());
            return refused(DatabaseAway.problem());
        }
        log.error("event=request-failed", e);
        return ResponseEntity.internalServerError().body(problems.internal());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.badRequest().body(problems.invalid(Problems.fields(e.getBindingResult())));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.badRequest().body(problems.invalid(Problems.fields(e)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return missing(e.getParameterName());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return missing(e.getRequestPartName());
    }

    private ResponseEntity<Object> missing(String name) {
        return ResponseEntity.badRequest().body(problems.invalid(List.of(new FieldError(name, "is missing"))));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.badRequest().body(problems.invalid(List.of(UnreadableJson.fieldError(e))));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> response = super.handleExceptionInternal(e, body, headers, status, request);
        if (response != null && response.getBody() instanceof ProblemDetail detail) {
            problems.traced(detail);
        }
        return response;
    }
}
