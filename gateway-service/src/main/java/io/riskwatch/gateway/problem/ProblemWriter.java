package io.riskwatch.gateway.problem;

import io.riskwatch.service.problem.ProblemException;
import io.riskwatch.service.problem.Problems;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the answer. */
@Component
public class ProblemWriter {

    private final Problems problems;
    private final RequestTrace trace;
    private final JsonMapper json;

    ProblemWriter(Problems problems, RequestTrace trace, JsonMapper json) {
        this.problems = problems;
        this.trace = trace;
        this.json = json;
    }

    public Mono<Void> write(ServerWebExchange exchange, ProblemException problem) {
        ProblemDetail body =
                problems.of(problem.status(), problem.type(), problem.title(), problem.detail(), problem.errors());
        problem.properties().forEach(body::setProperty);
        trace.id(exchange).ifPresent(id -> body.setProperty("traceId", id));
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(problem);
        }
        HttpHeaders headers = response.getHeaders();
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, Math.ceilDiv(retryAfter.toMillis(), 1000))));
        }
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        response.setStatusCode(problem.status());
        return response.writeWith(Mono.fromSupplier(() -> bytes(response, body)));
    }

    private DataBuffer bytes(ServerHttpResponse response, ProblemDetail body) {
        return response.bufferFactory().wrap(json.writeValueAsBytes(body));
    }
}
