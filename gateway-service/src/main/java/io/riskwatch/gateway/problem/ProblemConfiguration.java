package io.riskwatch.gateway.problem;

import io.micrometer.tracing.Tracer;
import io.riskwatch.service.problem.Problems;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Problem details without the advice of service-support: an advice would see the failures of proxied requests too and
 * answer 500 where a service is merely away.
 */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    @Bean
    Problems problems(ObjectProvider<Tracer> tracer) {
        return new Problems(() -> Optional.ofNullable(tracer.getIfAvailable())
                .map(Tracer::currentSpan)
                .map(span -> span.context().traceId())
                .filter(id -> !id.isEmpty()));
    }
}
