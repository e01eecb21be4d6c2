package io.riskwatch.service.idempotency;

import io.riskwatch.service.problem.FieldError;
import io.riskwatch.service.problem.Problems;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@link IdempotencyFilter} does, for a WebFlux service, and for uploads too: the body is digested while it streams
 * by, never held. An answer given before the whole body was read is not kept.
 */
final class ReactiveIdempotencyFilter implements WebFilter, Ordered {

    /** Behind Spring Security (-100), which names the caller. */
    private static final int BEHIND_SECURITY = -80;

    private static final int LONGEST_KEY = 200;

    /** An upload may take this long before it is taken for dead. */
    private static final Duration UPLOAD_LOCK = Duration.ofMinutes(10);

    private final IdempotencyStore store;
    private final Problems problems;
    private final JsonMapper json;
    private final ServerCodecConfigurer codecs;
    private final Scheduler blocking;

    ReactiveIdempotencyFilter(
            IdempotencyStore store,
            Problems problems,
            JsonMapper json,
            ServerCodecConfigurer codecs,
            Scheduler blocking) {
        this.codecs = codecs;
        this.store = store;
        this.problems = problems;
        this.json = json;
        this.blocking = blocking;
    }

    @Override
    public int getOrder() {
        return BEHIND_SECURITY;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String key = request.getHeaders().getFirst(IdempotencyFilter.HEADER);
        if (key == null
                || !HttpMethod.POST.equals(request.getMethod())
                || !request.getPath().pathWithinApplication().value().startsWith("/api/")) {
            return chain.filter(exchange);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            return refuse(
                    exchange.getResponse(), HttpStatus.BAD_REQUEST, "must have 1 to " + LONGEST_KEY + " characters");
        }
        return exchange.getPrincipal()
                .map(Principal::getName)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(caller ->
                        caller.isEmpty() ? chain.filter(exchange) : counted(exchange, chain, caller.get(), key));
    }

    private Mono<Void> counted(ServerWebExchange exchange, WebFilterChain chain, String caller, String key) {
        BodyDigest digest = digest(exchange.getRequest());
        boolean upload = delimiter(exchange.getRequest()) != null;
        Callable<Boolean> begin = () -> upload
                ? store.begin(caller, key, IdempotencyStore.UNREAD, UPLOAD_LOCK)
                : store.begin(caller, key, IdempotencyStore.UNREAD);
        return call(begin)
                .flatMap(mine -> mine
                        ? first(exchange, chain, new Attempt(caller, key, digest, exchange))
                        : call(() -> store.find(caller, key))
                                .flatMap(kept -> repeated(exchange, kept.orElse(null), digest)));
    }

    private Mono<Void> first(ServerWebExchange exchange, WebFilterChain chain, Attempt attempt) {
        MultipartExchange watched = new MultipartExchange(exchange, attempt.request(), attempt.response(), codecs);
        return Mono.usingWhen(
                Mono.just(attempt),
                running -> chain.filter(watched),
                running -> running.release().then(watched.cleanUp()),
                (running, failure) -> running.release().then(watched.cleanUp()),
                running -> running.release().then(watched.cleanUp()));
    }

    private Mono<Void> repeated(ServerWebExchange exchange, IdempotencyStore.@Nullable Answer kept, BodyDigest digest) {
        if (kept == null || kept.status() == null) {
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
            return refuse(
                    exchange.getResponse(), HttpStatus.CONFLICT, "belongs to a request that is still being worked on");
        }
        return exchange.getRequest()
                .getBody()
                .doOnNext(buffer -> digest.update(take(buffer)))
                .then(Mono.defer(() -> digest.finish().equals(kept.requestHash())
                        ? replay(exchange.getResponse(), kept)
                        : refuse(
                                exchange.getResponse(),
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "was used for another request")));
    }

    private static Mono<Void> replay(ServerHttpResponse response, IdempotencyStore.Answer answer) {
        Integer status = answer.status();
        response.setRawStatusCode(status == null ? HttpStatus.OK.value() : status);
        HttpHeaders headers = response.getHeaders();
        headers.set("Idempotency-Replayed", "true");
        set(headers, HttpHeaders.CONTENT_TYPE, answer.contentType());
        set(headers, HttpHeaders.LOCATION, answer.location());
        set(headers, HttpHeaders.ETAG, answer.etag());
        String body = answer.body();
        if (body == null || body.isEmpty()) {
            return response.setComplete();
        }
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static void set(HttpHeaders headers, String name, @Nullable String value) {
        if (value != null) {
            headers.set(name, value);
        }
    }

    private Mono<Void> refuse(ServerHttpResponse response, HttpStatus status, String message) {
        ProblemDetail body = problems.of(
                status,
                "idempotency-key",
                "Idempotency-Key refused",
                "The key " + message + ".",
                List.of(new FieldError(IdempotencyFilter.HEADER, message)));
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(json.writeValueAsBytes(body))));
    }

    private <T> Mono<T> call(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(blocking);
    }

    private static BodyDigest digest(ServerHttpRequest request) {
        URI uri = request.getURI();
        String delimiter = delimiter(request);
        return new BodyDigest(uri.getRawPath() + "?" + uri.getRawQuery(), delimiter == null ? "" : delimiter);
    }

    private static @Nullable String delimiter(ServerHttpRequest request) {
        MediaType type = request.getHeaders().getContentType();
        if (type == null || !"multipart".equals(type.getType()) || type.getParameter("boundary") == null) {
            return null;
        }
        return "--" + type.getParameter("boundary").replaceAll("^\"|\"$", "");
    }

    private static byte[] take(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** The first request with its key: watches the body go in and the answer come out. */
    private final class Attempt {
        private final String caller;
        private final String key;
        private final BodyDigest digest;
        private final ServerWebExchange exchange;
        private volatile boolean bodyRead;
        private volatile boolean kept;

        Attempt(String caller, String key, BodyDigest digest, ServerWebExchange exchange) {
            this.caller = caller;
            this.key = key;
            this.digest = digest;
            this.exchange = exchange;
            HttpHeaders headers = exchange.getRequest().getHeaders();
            this.bodyRead = headers.getContentLength() <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
        }

        ServerHttpRequest request() {
            return new ServerHttpRequestDecorator(exchange.getRequest()) {
                @Override
                public Flux<DataBuffer> getBody() {
                    return super.getBody().doOnNext(Attempt.this::digest).doOnComplete(() -> bodyRead = true);
                }
            };
        }

        ServerHttpResponse response() {
            return new ServerHttpResponseDecorator(exchange.getResponse()) {
                @Override
                public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
                    return DataBufferUtils.join(Flux.from(body))
                            .map(ReactiveIdempotencyFilter::take)
                            .defaultIfEmpty(new byte[0])
                            .flatMap(bytes -> keep(this, bytes)
                                    .then(getDelegate()
                                            .writeWith(Mono.just(bufferFactory().wrap(bytes)))));
                }

                @Override
                public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
                    return writeWith(Flux.from(body).concatMap(part -> part));
                }

                @Override
                public Mono<Void> setComplete() {
                    return isCommitted()
                            ? super.setComplete()
                            : keep(this, new byte[0])
                                    .then(Mono.defer(() -> getDelegate().setComplete()));
                }
            };
        }

        private void digest(DataBuffer buffer) {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.toByteBuffer(ByteBuffer.wrap(bytes));
            digest.update(bytes);
            if (digest.ended()) {
                bodyRead = true; // nobody reads on behind the last part
            }
        }

        private Mono<Void> keep(ServerHttpResponse response, byte[] body) {
            HttpStatusCode status = response.getStatusCode();
            if (kept || !bodyRead || (status != null && status.is5xxServerError())) {
                return Mono.empty();
            }
            kept = true;
            HttpHeaders headers = response.getHeaders();
            var answer = new IdempotencyStore.Answer(
                    digest.finish(),
                    status == null ? HttpStatus.OK.value() : status.value(),
                    headers.getFirst(HttpHeaders.CONTENT_TYPE),
                    headers.getFirst(HttpHeaders.LOCATION),
                    headers.getFirst(HttpHeaders.ETAG),
                    new String(body, StandardCharsets.UTF_8));
            return Mono.<Void>fromRunnable(() -> store.finish(caller, key, answer))
                    .subscribeOn(blocking);
        }

        /** Gives the key back when nothing was kept. */
        Mono<Void> release() {
            return kept
                    ? Mono.empty()
                    : Mono.<Void>fromRunnable(() -> store.abandon(caller, key)).subscribeOn(blocking);
        }
    }
}
