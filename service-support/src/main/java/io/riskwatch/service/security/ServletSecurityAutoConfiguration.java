package io.riskwatch.service.security;

import io.riskwatch.service.problem.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/** A servlet service checks every token itself; without a chain of its own it gets this one. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({HttpSecurity.class, BearerTokenAuthenticationEntryPoint.class})
@EnableWebSecurity
@EnableMethodSecurity
class ServletSecurityAutoConfiguration {

    @Bean
    ServletResourceServer servletResourceServer(Problems problems, JsonMapper json) {
        return http -> {
            http.csrf(AbstractHttpConfigurer::disable)
                    .requestCache(AbstractHttpConfigurer::disable)
                    .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .oauth2ResourceServer(o -> o.jwt(Customizer.withDefaults())
                            .authenticationEntryPoint((request, response, e) -> {
                                new BearerTokenAuthenticationEntryPoint().commence(request, response, e);
                                write(json, response, Refusals.unauthenticated(problems));
                            })
                            .accessDeniedHandler((request, response, e) -> {
                                new BearerTokenAccessDeniedHandler().handle(request, response, e);
                                write(json, response, Refusals.forbidden(problems));
                            }))
                    .authorizeHttpRequests(a -> a.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll()
                            .requestMatchers(OpenPaths.PATTERNS.toArray(String[]::new))
                            .permitAll()
                            .anyRequest()
                            .authenticated());
        };
    }

    /** A span for the request is enough: one more for each security filter costs more than the filter and tells nothing. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings withoutSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @ConditionalOnMissingBean(SecurityFilterChain.class)
    SecurityFilterChain resourceServerChain(HttpSecurity http, ServletResourceServer resourceServer) throws Exception {
        resourceServer.apply(http);
        return http.build();
    }

    private static void write(JsonMapper json, HttpServletResponse response, ProblemDetail body) throws IOException {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }
}
