package io.riskwatch.gateway.problem;

import io.riskwatch.service.problem.Problems;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Problem details without the advice of service-support: an advice would see the failures of proxied requests too and
 * answer 500 where a service is merely away. The trace is the exchange's, not the thread's: see {@link RequestTrace}.
 */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    @Bean
    Problems problems() {
        return new Problems(Optional::empty);
    }
}
