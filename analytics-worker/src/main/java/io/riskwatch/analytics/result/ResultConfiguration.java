package io.riskwatch.analytics.result;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A result store that is away is known to be so within seconds: the job is then delivered again, and holds no thread. */
@Configuration(proxyBeanMethods = false)
class ResultConfiguration {

    @Bean
    MongoClientSettingsBuilderCustomizer resultStoreTimeouts() {
        return settings -> settings.applyToClusterSettings(c -> c.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(p -> p.maxWaitTime(3, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        s -> s.connectTimeout(1, TimeUnit.SECONDS).readTimeout(10, TimeUnit.SECONDS));
    }
}
