package io.riskwatch.gateway.limit;

import java.security.Principal;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Limits the requests that reach a service: by user where there is one, else by address. */
@Component
@Order(RequestLimit.AFTER_SECURITY)
class RequestLimit implements WebFilter {

    static final int AFTER_SECURITY = -90;

    private static final List<PathPattern> COUNTED = patterns(
            "/api/**",
            "/ws/**",
            "/auth/**",
            "/.well-known/**",
            "/docs/api/**",
            "/stocks/**",
            "/positions/*",
            "/margin/{client:\\d+}",
            "/status/services");

    private final RequestRates rates;
    private final ClientAddress addresses;

    RequestLimit(RequestRates rates, ClientAddress addresses) {
        this.rates = rates;
        this.addresses = addresses;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        if (COUNTED.stream().noneMatch(pattern -> pattern.matches(path))) {
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .map(Principal::getName)
                .map(rates::user)
                .defaultIfEmpty(Mono.defer(() -> rates.address(addresses.of(exchange))))
                .flatMap(counted -> counted)
                .then(chain.filter(exchange));
    }

    private static List<PathPattern> patterns(String... patterns) {
        return List.of(patterns).stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }
}
