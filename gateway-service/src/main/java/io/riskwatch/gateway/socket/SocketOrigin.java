package io.riskwatch.gateway.socket;

import io.riskwatch.gateway.platform.Platform;
import io.riskwatch.gateway.problem.GatewayProblems;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * A socket opened with the session cookie must come from our own page: browsers send cookies with any page's sockets,
 * and neither CORS nor the CSRF token guards them. A program that brings a token of its own needs no origin.
 */
@Component
@Order(SocketOrigin.BEFORE_SECURITY)
class SocketOrigin implements WebFilter {

    static final int BEFORE_SECURITY = -200;

    private final Platform platform;

    SocketOrigin(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (!"websocket".equalsIgnoreCase(headers.getUpgrade())) {
            return chain.filter(exchange);
        }
        @Nullable String origin = headers.getOrigin();
        boolean allowed = origin == null
                ? headers.containsHeader(HttpHeaders.AUTHORIZATION)
                : origin.equalsIgnoreCase(platform.origin());
        return allowed
                ? chain.filter(exchange)
                : Mono.error(
                        GatewayProblems.forbidden("Sockets may be opened by our own page, or with a bearer token."));
    }
}
