package io.riskwatch.portfolio.access;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Settings, the clock, and that scheduled work runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessSettings.class, PublicUrl.class})
@EnableScheduling
class AccessConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
