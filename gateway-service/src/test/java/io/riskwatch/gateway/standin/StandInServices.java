package io.riskwatch.gateway.standin;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import tools.jackson.databind.json.JsonMapper;

/** Stands where a service stands: tells what reached it, and can be slow, large or gone. */
public final class StandInServices implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Map<String, String>> seen = new CopyOnWriteArrayList<>();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Semaphore heldRequests = new Semaphore(0);
    private final Sinks.One<String> letGo = Sinks.one();
    private DisposableServer server;
    private final Consumer<HttpServerRoutes> more;

    public StandInServices(Consumer<HttpServerRoutes> more) {
        this.more = more;
        this.server = start(0);
    }

    private DisposableServer start(int port) {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .channelGroup(connections)
                .route(routes -> {
                    more.accept(routes);
                    routes.ws("/ws/{name}", StandInServices::socket);
                    routes.get(
                            "/api/v1/slow",
                            (request, response) ->
                                    response.sendString(Mono.just("{}").delayElement(Duration.ofSeconds(20))));
                    routes.get("/api/v1/held", (request, response) -> {
                        heldRequests.release();
                        return response.sendString(letGo.asMono());
                    });
                    routes.get(
                            "/api/v1/cookie",
                            (request, response) -> response.addHeader("Set-Cookie", "RW_SESSION=stolen; Path=/")
                                    .sendString(Mono.just("{}")));
                    routes.route(request -> true, this::echo);
                })
                .bindNow();
    }

    private Publisher<Void> echo(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .asByteArray()
                .map(bytes -> (long) bytes.length)
                .reduce(0L, Long::sum)
                .flatMapMany(bytes -> {
                    Map<String, String> told = new LinkedHashMap<>();
                    request.requestHeaders()
                            .forEach(header -> told.put(header.getKey().toLowerCase(), header.getValue()));
                    told.put(":method", request.method().name());
                    told.put(":path", request.uri());
                    told.put(":bytes", Long.toString(bytes));
                    seen.add(told);
                    return response.header("Content-Type", "application/json")
                            .sendString(Mono.just(JSON.writeValueAsString(told)));
                });
    }

    /** Speaks first, as every socket of Riskwatch does, and tells what it was given. */
    private static Publisher<Void> socket(WebsocketInbound in, WebsocketOutbound out) {
        String hello = "hello authorization=" + in.headers().get("Authorization") + " cookie="
                + in.headers().get("Cookie");
        return out.sendString(Flux.concat(
                Mono.just(hello), in.receive().asString(StandardCharsets.UTF_8).map(text -> "echo " + text)));
    }

    public int port() {
        return server.port();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Requests that reached the service on this path. */
    public List<Map<String, String>> seen(String path) {
        return seen.stream()
                .filter(request -> request.get(":path").equals(path))
                .toList();
    }

    /** Waits for a request to /api/v1/held, which stays unanswered. */
    public boolean holdsARequest() throws InterruptedException {
        return heldRequests.tryAcquire(60, TimeUnit.SECONDS);
    }

    public void letGo() {
        letGo.tryEmitValue("{}");
    }

    /** Takes the service away, and brings it back on the same port. */
    public void away(ThrowingRunnable meanwhile) throws Exception {
        int port = port();
        close();
        try {
            meanwhile.run();
        } finally {
            server = start(port);
        }
    }

    @Override
    public void close() {
        // nobody new, then nobody at all: disposing alone would wait politely for those who are there
        server.channel().close().awaitUninterruptibly();
        connections.close().awaitUninterruptibly();
        server.disposeNow(Duration.ofSeconds(10));
    }

    /** What a test does while the service is away. */
    @FunctionalInterface
    public interface ThrowingRunnable {

        void run() throws Exception;
    }
}
