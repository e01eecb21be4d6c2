package io.riskwatch.marketdata.config;

import io.riskwatch.service.security.ReactiveResourceServer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Every caller shows a token; what names an organisation itself is for our own services alone. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityWebFilterChain marketdataChain(ServerHttpSecurity http, ReactiveResourceServer resourceServer) {
        http.authorizeExchange(rules -> rules.pathMatchers("/internal/**").hasRole("SERVICE"));
        resourceServer.apply(http);
        return http.build();
    }
}
