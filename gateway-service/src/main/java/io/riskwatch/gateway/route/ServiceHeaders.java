package io.riskwatch.gateway.route;

import io.riskwatch.gateway.limit.ClientAddress;
import io.riskwatch.gateway.platform.Platform;
import io.riskwatch.gateway.problem.RequestTrace;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a service hears about a request: where the public saw it, its trace, and whose it is by the token alone. Cookies end here,
 * but for the authorization server's own; so do headers in which a client could claim to be somebody.
 */
@Component
class ServiceHeaders implements HttpHeadersFilter, Ordered {

    private static final String SIGN_IN = "/auth/";
    private static final String SIGN_IN_COOKIE = "RW_AUTH";
    private static final List<String> CLAIMS = List.of(
            "x-user",
            "x-organisation",
            "x-organization",
            "x-tenant",
            "x-role",
            "x-auth",
            "x-remote-user",
            "x-forwarded");
    private static final Set<String> CLAIM_NAMES = Set.of("forwarded", "remote-user", "x-real-ip");

    private final Platform platform;
    private final ClientAddress addresses;
    private final RequestTrace trace;

    ServiceHeaders(Platform platform, ClientAddress addresses, RequestTrace trace) {
        this.platform = platform;
        this.addresses = addresses;
        this.trace = trace;
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        HttpHeaders headers = new HttpHeaders();
        input.forEach((name, values) -> {
            if (!isClaim(name.toLowerCase(Locale.ROOT))) {
                headers.addAll(name, values);
            }
        });
        headers.remove(HttpHeaders.COOKIE);
        boolean signIn = exchange.getRequest().getPath().value().startsWith(SIGN_IN);
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(SIGN_IN_COOKIE);
        if (signIn && cookie != null) {
            headers.set(HttpHeaders.COOKIE, cookie.getName() + "=" + cookie.getValue());
        }
        headers.set("X-Forwarded-Proto", platform.publicUrl().getScheme());
        headers.set("X-Forwarded-Host", platform.publicUrl().getRawAuthority());
        headers.set("X-Forwarded-Port", Integer.toString(port()));
        headers.set("X-Forwarded-For", addresses.of(exchange));
        trace.handOn(
                exchange, exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_PREDICATE_MATCHED_PATH_ATTR), headers);
        return headers;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.REQUEST;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private int port() {
        int port = platform.publicUrl().getPort();
        return port > 0 ? port : platform.https() ? 443 : 80;
    }

    private static boolean isClaim(String name) {
        return CLAIM_NAMES.contains(name) || CLAIMS.stream().anyMatch(name::startsWith);
    }
}
