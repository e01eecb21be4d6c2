package io.riskwatch.service.idempotency;

import java.util.Map;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An exchange whose request and answer are watched. Spring's own decorator would read the parts of an upload from the
 * request below it; this one reads them from the request it is given, and deletes their files afterwards.
 */
final class MultipartExchange extends ServerWebExchangeDecorator {
    private static final ResolvableType PARTS =
            ResolvableType.forClassWithGenerics(MultiValueMap.class, String.class, Part.class);

    private final ServerHttpRequest request;
    private final ServerHttpResponse response;
    private final Mono<MultiValueMap<String, Part>> parts;
    private volatile boolean partsRead;

    MultipartExchange(
            ServerWebExchange exchange,
            ServerHttpRequest request,
            ServerHttpResponse response,
            ServerCodecConfigurer codecs) {
        super(exchange);
        this.request = request;
        this.response = response;
        this.parts = Mono.defer(() -> read(codecs)).cache();
    }

    @Override
    public ServerHttpRequest getRequest() {
        return request;
    }

    @Override
    public ServerHttpResponse getResponse() {
        return response;
    }

    @Override
    public Mono<MultiValueMap<String, Part>> getMultipartData() {
        MediaType type = request.getHeaders().getContentType();
        return type != null && MediaType.MULTIPART_FORM_DATA.includes(type) ? parts : super.getMultipartData();
    }

    /** Deletes what the parts have left on disk. */
    Mono<Void> cleanUp() {
        if (!partsRead) {
            return Mono.empty();
        }
        return parts.onErrorComplete()
                .flatMapIterable(Map::values)
                .flatMap(Flux::fromIterable)
                .flatMap(Part::delete)
                .onErrorComplete()
                .then();
    }

    @SuppressWarnings("unchecked") // the reader was asked whether it reads this type
    private Mono<MultiValueMap<String, Part>> read(ServerCodecConfigurer codecs) {
        partsRead = true;
        MediaType type = request.getHeaders().getContentType();
        return codecs.getReaders().stream()
                .filter(reader -> reader.canRead(PARTS, type))
                .findFirst()
                .map(reader ->
                        ((HttpMessageReader<MultiValueMap<String, Part>>) reader).readMono(PARTS, request, Map.of()))
                .orElseGet(() -> Mono.error(new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE)));
    }
}
