package io.riskwatch.gateway.limit;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Limits, by address, what guesses passwords, mints tokens or makes guests; before security acts on it. */
@Component
@Order(SignInLimit.BEFORE_SECURITY)
class SignInLimit implements WebFilter {

    static final int BEFORE_SECURITY = -150;

    private final RequestRates rates;
    private final ClientAddress addresses;

    SignInLimit(RequestRates rates, ClientAddress addresses) {
        this.rates = rates;
        this.addresses = addresses;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        boolean post = HttpMethod.POST.equals(request.getMethod());
        Mono<Void> counted = Mono.empty();
        if (path.startsWith("/oauth2/authorization/")) {
            counted = post && request.getQueryParams().containsKey("demo")
                    ? rates.guest(addresses.of(exchange))
                    : rates.signIn(addresses.of(exchange));
        } else if (post && (path.startsWith("/auth/") || path.equals("/oauth2/token"))) {
            counted = rates.signIn(addresses.of(exchange));
        }
        return counted.then(chain.filter(exchange));
    }
}
