package io.riskwatch.analytics.simulation;

import io.riskwatch.analytics.analysis.Analysis;
import io.riskwatch.analytics.exposure.Exposures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Two kinds of one simulation. */
@Configuration(proxyBeanMethods = false)
class SimulationConfiguration {

    @Bean
    Analysis monteCarloAnalysis(Exposures exposures, JsonMapper json) {
        return FutureAnalysis.monteCarlo(exposures, json);
    }

    @Bean
    Analysis goalAnalysis(Exposures exposures, JsonMapper json) {
        return FutureAnalysis.goal(exposures, json);
    }
}
