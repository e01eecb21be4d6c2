package io.riskwatch.marketdata.feed;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;

/** Stands in for a provider's socket: takes down what is said to it and says what the test wants. */
final class SocketStandIn implements AutoCloseable {
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    final AtomicInteger connects = new AtomicInteger();
    final AtomicInteger open = new AtomicInteger();
    final AtomicInteger mostOpen = new AtomicInteger();
    final AtomicInteger pongs = new AtomicInteger();
    private final List<Sinks.Many<WebSocketFrame>> connections = new CopyOnWriteArrayList<>();
    private final DisposableServer server;
    private volatile int refuseWith;
    private volatile boolean deaf;
    private volatile BiConsumer<SocketStandIn, String> reply = (standIn, message) -> {};

    SocketStandIn() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> {
                    if (refuseWith != 0) {
                        return response.status(refuseWith).send();
                    }
                    // pings are answered here, so that the test can stop answering them
                    WebsocketServerSpec spec =
                            WebsocketServerSpec.builder().handlePing(true).build();
                    return response.sendWebsocket(
                            (in, out) -> {
                                Sinks.Many<WebSocketFrame> sink =
                                        Sinks.many().unicast().onBackpressureBuffer();
                                connections.add(sink);
                                connects.incrementAndGet();
                                mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
                                in.receiveFrames()
                                        .doOnNext(frame -> take(sink, frame))
                                        .doFinally(end -> {
                                            open.decrementAndGet();
                                            connections.remove(sink);
                                            sink.tryEmitComplete();
                                        })
                                        .subscribe(frame -> {}, failure -> {});
                                return out.sendObject(sink.asFlux());
                            },
                            spec);
                })
                .bindNow();
    }

    URI url() {
        return URI.create("ws://127.0.0.1:" + server.port() + "/");
    }

    private void take(Sinks.Many<WebSocketFrame> sink, WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame text) {
            heard.add(text.text());
            reply.accept(this, text.text());
        } else if (frame instanceof PingWebSocketFrame && !deaf) {
            emit(sink, new PongWebSocketFrame());
        } else if (frame instanceof PongWebSocketFrame) {
            pongs.incrementAndGet();
        }
    }

    private static synchronized void emit(Sinks.Many<WebSocketFrame> sink, WebSocketFrame frame) {
        sink.emitNext(frame, Sinks.EmitFailureHandler.busyLooping(java.time.Duration.ofSeconds(1)));
    }

    /** Says something on every open connection. */
    void say(String message) {
        connections.forEach(sink -> emit(sink, new TextWebSocketFrame(message)));
    }

    void ping() {
        connections.forEach(sink -> emit(sink, new PingWebSocketFrame(Unpooled.EMPTY_BUFFER)));
    }

    /** Ends every connection. */
    void hangUp() {
        connections.forEach(sink -> {
            emit(sink, new CloseWebSocketFrame(1001, "bye"));
            sink.tryEmitComplete();
        });
    }

    /** Answers pings no more, as behind a line that was cut. */
    void goDeaf(boolean now) {
        deaf = now;
    }

    void refuse(int status) {
        refuseWith = status;
    }

    void replies(BiConsumer<SocketStandIn, String> answer) {
        reply = answer;
    }

    /** The next message that contains the text, within half a minute. */
    @Nullable
    String next(String containing) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < until) {
            String message = heard.poll(1, TimeUnit.SECONDS);
            if (message != null && message.contains(containing)) {
                return message;
            }
        }
        return null;
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
