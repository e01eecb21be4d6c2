package io.riskwatch.service.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Makes a chain a stateless resource server: bearer tokens only, refusals as problem details. */
@FunctionalInterface
public interface ServletResourceServer {

    void apply(HttpSecurity http) throws Exception;
}
