package io.riskwatch.gateway.route;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Only the authorization server sets cookies; a service that tried would write over the gateway's. */
@Component
class ServiceAnswerHeaders implements HttpHeadersFilter {

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(input);
        headers.remove(HttpHeaders.SERVER);
        if (!exchange.getRequest().getPath().value().startsWith("/auth/")) {
            headers.remove(HttpHeaders.SET_COOKIE);
        }
        return headers;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }
}
