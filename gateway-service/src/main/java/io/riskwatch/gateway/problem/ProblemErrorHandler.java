package io.riskwatch.gateway.problem;

import io.riskwatch.service.problem.ProblemException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Turns every failure that reaches the edge into a problem: what the client may know, and nothing else. */
@Component
@Order(-2)
class ProblemErrorHandler implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemErrorHandler.class);

    private final ProblemWriter writer;
    private final RequestTrace trace;

    ProblemErrorHandler(ProblemWriter writer, RequestTrace trace) {
        this.writer = writer;
        this.trace = trace;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        Optional<ProblemException> told = Failures.problemOf(failure);
        trace.within(exchange, () -> log(exchange, failure, told));
        return writer.write(exchange, told.orElseGet(ProblemErrorHandler::internal));
    }

    private static void log(ServerWebExchange exchange, Throwable failure, Optional<ProblemException> told) {
        if (told.isEmpty()) {
            ServerHttpRequest request = exchange.getRequest();
            log.error(
                    "event=request-failed method={} path={}",
                    request.getMethod(),
                    request.getPath().value(),
                    failure);
        } else if (told.get().status().is5xxServerError()) {
            log.warn(
                    "event=upstream-failed path={} status={} cause={}",
                    exchange.getRequest().getPath().value(),
                    told.get().status().value(),
                    failure.toString());
        }
    }

    private static ProblemException internal() {
        return ProblemException.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "Internal error",
                "Something went wrong on our side. Quote the trace id when you report it.");
    }
}
