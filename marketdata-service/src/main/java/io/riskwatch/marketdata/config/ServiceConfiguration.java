package io.riskwatch.marketdata.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Time, schedules, and virtual threads for controllers that wait for the database. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ServiceConfiguration implements WebFluxConfigurer {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
        configurer.setExecutor(new VirtualThreadTaskExecutor("request-"));
        configurer.setControllerMethodPredicate(method -> true);
    }
}
