package io.riskwatch.service.security;

import org.springframework.security.config.web.server.ServerHttpSecurity;

/** Makes a WebFlux chain a resource server: bearer tokens only, refusals as problem details. Own rules come before it. */
@FunctionalInterface
public interface ReactiveResourceServer {

    void apply(ServerHttpSecurity http);
}
