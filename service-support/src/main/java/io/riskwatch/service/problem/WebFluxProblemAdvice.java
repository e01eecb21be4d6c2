package io.riskwatch.service.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Problem details for WebFlux services. */
@RestControllerAdvice
class WebFluxProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(WebFluxProblemAdvice.class);

    private final Problems problems;

    WebFluxProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ProblemException e) {
        return ResponseEntity.status(e.status())
                .headers(Problems.headers(e.retryAfter()))
                .body(problems.of(e));
    }

    @ExceptionHandler
    Mono<ResponseEntity<ProblemDetail>> failed(Exception e) {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            return Mono.error(e); // Spring Security answers these
        }
        if (DatabaseAway.caused(e)) {
            log.warn("event=database-away reason=\"{}\"", e.getMessage());
            return Mono.just(refused(DatabaseAway.problem()));
        }
        log.error("event=request-failed", e);
        return Mono.just(ResponseEntity.internalServerError().body(problems.internal()));
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleWebExchangeBindException(
            WebExchangeBindException e, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        return Mono.just(ResponseEntity.badRequest().body(problems.invalid(Problems.fields(e.getBindingResult()))));
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleHandlerMethodValidationException(
            HandlerMethodValidationException e,
            HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        return Mono.just(ResponseEntity.badRequest().body(problems.invalid(Problems.fields(e))));
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleMissingRequestValueException(
            MissingRequestValueException e, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        return handleServerWebInputException(e, headers, status, exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleServerWebInputException(
            ServerWebInputException e, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        return Mono.just(ResponseEntity.badRequest().body(problems.invalid(List.of(fieldError(e)))));
    }

    private static FieldError fieldError(ServerWebInputException e) {
        if (e instanceof MissingRequestValueException missing) {
            return new FieldError(missing.getName(), "is missing");
        }
        MethodParameter parameter = e.getMethodParameter();
        if (parameter != null && e.getCause() instanceof TypeMismatchException mismatch) {
            return new FieldError(
                    String.valueOf(parameter.getParameterName()), "is not readable: " + mismatch.getValue());
        }
        return UnreadableJson.fieldError(e);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleExceptionInternal(
            Exception e,
            @Nullable Object body,
            @Nullable HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        return super.handleExceptionInternal(e, body, headers, status, exchange).doOnNext(response -> {
            if (response.getBody() instanceof ProblemDetail detail) {
                problems.traced(detail);
            }
        });
    }
}
