package io.riskwatch.service.security;

import io.riskwatch.service.problem.Problems;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.server.resource.web.access.server.BearerTokenServerAccessDeniedHandler;
import org.springframework.security.oauth2.server.resource.web.server.BearerTokenServerAuthenticationEntryPoint;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A WebFlux service checks every token itself; without a chain of its own it gets this one. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass({ServerHttpSecurity.class, BearerTokenServerAuthenticationEntryPoint.class})
@EnableWebFluxSecurity
class ReactiveSecurityAutoConfiguration {

    @Bean
    ReactiveResourceServer reactiveResourceServer(Problems problems, JsonMapper json) {
        var unauthenticated = new BearerTokenServerAuthenticationEntryPoint();
        var forbidden = new BearerTokenServerAccessDeniedHandler();
        return http -> http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .oauth2ResourceServer(o -> o.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint((exchange, e) -> unauthenticated
                                .commence(exchange, e)
                                .then(write(exchange, json, Refusals.unauthenticated(problems))))
                        .accessDeniedHandler((exchange, e) -> forbidden
                                .handle(exchange, e)
                                .then(write(exchange, json, Refusals.forbidden(problems)))))
                .authorizeExchange(a -> a.pathMatchers(OpenPaths.PATTERNS.toArray(String[]::new))
                        .permitAll()
                        .anyExchange()
                        .authenticated());
    }

    /** As in a servlet service: every filter would else be a span and a timer of its own, for each request. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings withoutSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @ConditionalOnMissingBean(SecurityWebFilterChain.class)
    SecurityWebFilterChain resourceServerChain(ServerHttpSecurity http, ReactiveResourceServer resourceServer) {
        resourceServer.apply(http);
        return http.build();
    }

    private static Mono<Void> write(ServerWebExchange exchange, JsonMapper json, ProblemDetail body) {
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        DataBuffer bytes = response.bufferFactory().wrap(json.writeValueAsBytes(body));
        return response.writeWith(Mono.just(bytes));
    }
}
