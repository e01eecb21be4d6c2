package io.riskwatch.portfolio.paper;

import io.riskwatch.portfolio.paper.order.Admission;
import io.riskwatch.portfolio.paper.order.Matcher;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The market and the broker of the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaperSettings.class)
class PaperConfiguration {

    @Bean
    Matcher paperMatcher(PaperSettings settings) {
        return new Matcher(settings.fills().model(), settings.fees().schedule());
    }

    @Bean
    Admission paperAdmission(PaperSettings settings) {
        return new Admission(settings.fills().model(), settings.fees().schedule());
    }
}
