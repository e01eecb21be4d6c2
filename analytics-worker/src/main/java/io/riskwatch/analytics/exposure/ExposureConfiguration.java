package io.riskwatch.analytics.exposure;

import io.riskwatch.analytics.history.HistorySource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires exposures to the worker's source of history. */
@Configuration(proxyBeanMethods = false)
class ExposureConfiguration {

    @Bean
    Exposures exposures(HistorySource history) {
        return new Exposures(history);
    }
}
