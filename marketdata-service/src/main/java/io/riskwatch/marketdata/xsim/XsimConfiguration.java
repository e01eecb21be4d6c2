package io.riskwatch.marketdata.xsim;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the exchange at the session under way. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(XsimProperties.class)
class XsimConfiguration {

    @Bean
    Exchange exchange(XsimProperties properties, Clock clock) {
        return new Exchange(properties.seed(), properties.hours(), properties.crashDrill(), clock.instant());
    }
}
