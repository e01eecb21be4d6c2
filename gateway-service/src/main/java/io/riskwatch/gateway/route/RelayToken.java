package io.riskwatch.gateway.route;

import io.riskwatch.gateway.session.SessionToken;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives the service the browser's access token. A caller with a bearer token of its own keeps that. */
@Component
class RelayToken implements GatewayFilter {

    private final SessionToken tokens;

    RelayToken(SessionToken tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return tokens.of(exchange)
                .map(token -> exchange.mutate()
                        .request(request -> request.headers(headers -> headers.setBearerAuth(token)))
                        .build())
                .defaultIfEmpty(exchange)
                .flatMap(chain::filter);
    }
}
