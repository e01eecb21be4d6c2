package io.riskwatch.gateway.limit;

import io.riskwatch.service.problem.ProblemException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses bodies that are too large: by their announced length at once, else while they pass. Nothing is buffered. */
@Component
@Order(BodyLimit.BEFORE_ANY_READING)
class BodyLimit implements WebFilter {

    static final int BEFORE_ANY_READING = -180;

    /** What multipart adds to a file: boundaries, part headers, the other fields. */
    private static final long ENVELOPE = 64 * 1024;

    private static final PathPattern TRANSACTION_FILES =
            PathPatternParser.defaultInstance.parse("/api/v1/portfolios/{id}/imports");
    private static final PathPattern PRICE_FILES = PathPatternParser.defaultInstance.parse("/api/v1/history/imports");

    private final LimitSettings settings;

    BodyLimit(LimitSettings settings) {
        this.settings = settings;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        Limit limit = limit(request);
        if (request.getHeaders().getContentLength() > limit.bytes()) {
            return Mono.error(limit.exceeded());
        }
        return chain.filter(
                exchange.mutate().request(new CountedRequest(request, limit)).build());
    }

    private Limit limit(ServerHttpRequest request) {
        PathContainer path = request.getPath().pathWithinApplication();
        if (HttpMethod.POST.equals(request.getMethod()) && TRANSACTION_FILES.matches(path)) {
            return new Limit("transactionFile", settings.transactionFile(), ENVELOPE);
        }
        if (HttpMethod.POST.equals(request.getMethod()) && PRICE_FILES.matches(path)) {
            return new Limit("priceFile", settings.priceFile(), ENVELOPE);
        }
        boolean form = path.value().startsWith("/auth/") || path.value().startsWith("/oauth2/");
        return form ? new Limit("form", settings.form(), 0) : new Limit("json", settings.json(), 0);
    }

    private record Limit(String name, DataSize size, long envelope) {

        long bytes() {
            return size.toBytes() + envelope;
        }

        ProblemException exceeded() {
            String shown = size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : size.toKilobytes() + " kB";
            return ProblemException.payloadTooLarge(name, "The request may have at most " + shown + " here.")
                    .with("maxBytes", size.toBytes());
        }
    }

    private static final class CountedRequest extends ServerHttpRequestDecorator {

        private final Limit limit;

        CountedRequest(ServerHttpRequest request, Limit limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            AtomicLong seen = new AtomicLong();
            return super.getBody().handle((buffer, sink) -> {
                if (seen.addAndGet(buffer.readableByteCount()) > limit.bytes()) {
                    DataBufferUtils.release(buffer);
                    sink.error(limit.exceeded());
                } else {
                    sink.next(buffer);
                }
            });
        }
    }
}
