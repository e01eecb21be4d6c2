package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.messaging.Inbox;
import java.util.concurrent.TimeUnit;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.FanoutExchange;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The exchanges between this service and the workers. Queues of jobs and of control are the workers' to declare; until a
 * worker has been there once, the outbox keeps what it would send.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnalysisSettings.class)
class AnalysisMessaging {

    static final String JOBS = "analysis.jobs";
    static final String CONTROL = "analysis.control";
    static final String EVENTS_QUEUE = "portfolio.analysis-events";

    @Bean
    Declarables analysisEventQueue() {
        return Inbox.queue(EVENTS_QUEUE, "analysis.events", "analysis.*");
    }

    @Bean
    Declarables analysisExchanges() {
        return new Declarables(new DirectExchange(JOBS), new FanoutExchange(CONTROL));
    }

    /** A result store that is away is known to be so within seconds. */
    @Bean
    MongoClientSettingsBuilderCustomizer resultStoreTimeouts() {
        return settings -> settings.applyToClusterSettings(c -> c.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        s -> s.connectTimeout(1, TimeUnit.SECONDS).readTimeout(5, TimeUnit.SECONDS));
    }
}
