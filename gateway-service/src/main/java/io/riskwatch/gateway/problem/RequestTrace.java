package io.riskwatch.gateway.problem;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The trace a request belongs to, asked of its exchange: carrying it from thread to thread at every step of every request
 * costs processor time that only the few who ask for it are worth.
 */
@Component
public class RequestTrace {

    private final ObjectProvider<Tracer> tracer;
    private final ObjectProvider<Propagator> propagator;

    RequestTrace(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /**
     * Writes the trace into the headers of a request that goes on to a service, and names the request after the path of its
     * route. The gateway's span is the parent of the service's: one for the call between the two would say the same again.
     *
     * @param path pattern of the route
     */
    public void handOn(ServerWebExchange exchange, @Nullable String path, HttpHeaders headers) {
        if (path != null) {
            ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                    .ifPresent(observed -> observed.setPathPattern(path));
        }
        Propagator known = propagator.getIfAvailable();
        if (known != null) {
            span(exchange)
                    .ifPresent(span ->
                            known.inject(span.context(), headers, (_, name, value) -> headers.set(name, value)));
        }
    }

    Optional<String> id(ServerWebExchange exchange) {
        return span(exchange).map(span -> span.context().traceId()).filter(id -> !id.isEmpty());
    }

    /** Runs with the request's trace as the thread's own, so that what is logged names it. */
    void within(ServerWebExchange exchange, Runnable work) {
        Optional<Span> span = span(exchange);
        Tracer known = tracer.getIfAvailable();
        if (known == null || span.isEmpty()) {
            work.run();
            return;
        }
        try (Tracer.SpanInScope _ = known.withSpan(span.get())) {
            work.run();
        }
    }

    private static Optional<Span> span(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(observed -> observed.<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan);
    }
}
