package io.riskwatch.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.MeterRegistry;
import io.riskwatch.gateway.problem.Failures;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * One circuit breaker for each service: while it is away, its routes answer at once. Only the service's own absence is
 * counted. A late answer to a request with a body is not, since a slow sender could open the circuit for everybody.
 */
@Component
class ServiceBreakers {

    private static final CircuitBreakerConfig CONFIG = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(2))
            .permittedNumberOfCallsInHalfOpenState(3)
            .recordException(ServiceAway.class::isInstance)
            .build();

    private final CircuitBreakerRegistry registry = CircuitBreakerRegistry.of(CONFIG);

    ServiceBreakers(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
    }

    GatewayFilter of(String service) {
        CircuitBreaker breaker = registry.circuitBreaker(service);
        return (exchange, chain) -> Mono.defer(() -> chain.filter(exchange))
                .onErrorMap(failure -> counts(exchange, failure), ServiceAway::new)
                .transformDeferred(CircuitBreakerOperator.of(breaker));
    }

    private static boolean counts(ServerWebExchange exchange, Throwable failure) {
        return Failures.isUnreachable(failure) || (Failures.isLate(failure) && !hasBody(exchange));
    }

    private static boolean hasBody(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    /** Marks a failure as the service's own. */
    private static final class ServiceAway extends RuntimeException {

        ServiceAway(Throwable cause) {
            super(cause.toString(), cause, false, false);
        }
    }
}
