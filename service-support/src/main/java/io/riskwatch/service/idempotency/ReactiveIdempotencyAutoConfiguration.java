package io.riskwatch.service.idempotency;

import io.riskwatch.service.problem.Problems;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.server.WebFilter;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Honours Idempotency-Key in a WebFlux service that has a database. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass({JdbcClient.class, WebFilter.class})
@ConditionalOnBean(JdbcClient.class)
class ReactiveIdempotencyAutoConfiguration {

    @Bean
    ReactiveIdempotencyFilter reactiveIdempotencyFilter(
            JdbcClient jdbc, Problems problems, JsonMapper json, ServerCodecConfigurer codecs) {
        return new ReactiveIdempotencyFilter(
                new IdempotencyStore(jdbc),
                problems,
                json,
                codecs,
                Schedulers.fromExecutor(new VirtualThreadTaskExecutor("idempotency-")));
    }
}
