package io.riskwatch.billing.subscription;

import java.time.Clock;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares where the events go; an event belongs to its sender, and so does its exchange. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlanGrants.Settings.class)
class SubscriptionConfiguration {

    @Bean
    TopicExchange billingEvents() {
        return new TopicExchange(EntitlementChanged.EXCHANGE);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
