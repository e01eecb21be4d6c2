package io.riskwatch.marketdata.stream;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the price stream that keeps what it heard, and when. */
public final class StreamClient implements WebSocket.Listener, AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    public final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    final List<Long> priceFrameTimes = new CopyOnWriteArrayList<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private StreamClient(URI uri, String token, String origin) {
        WebSocket.Builder builder = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token);
        if (origin != null) {
            builder.header("Origin", origin);
        }
        socket = builder.buildAsync(uri, this).join();
    }

    public static StreamClient connect(int port, String token) {
        return connect(port, token, null);
    }

    static StreamClient connect(int port, String token, String origin) {
        return new StreamClient(URI.create("ws://localhost:" + port + "/ws/prices"), token, origin);
    }

    public void subscribe(String... symbols) {
        command("subscribe", symbols);
    }

    void unsubscribe(String... symbols) {
        command("unsubscribe", symbols);
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    /** The next message of a type, passing over others. */
    public JsonNode next(String type) {
        return next(type, Duration.ofSeconds(60));
    }

    /** The next message of a type that comes within a time, passing over others. */
    public JsonNode next(String type, Duration patience) {
        try {
            long end = System.nanoTime() + patience.toNanos();
            for (long left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
                JsonNode message = messages.poll(left, TimeUnit.NANOSECONDS);
                if (message != null && message.get("type").asString().equals(type)) {
                    return message;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no message of type " + type);
    }

    int closeCode() {
        return closed.orTimeout(15, TimeUnit.SECONDS).join();
    }

    private void command(String action, String... symbols) {
        say("{\"action\":\"" + action + "\",\"symbols\":["
                + List.of(symbols).stream().map(s -> "\"" + s + "\"").collect(Collectors.joining(",")) + "]}");
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonNode message = JSON.readTree(partial.toString());
            partial.setLength(0);
            if (message.get("type").asString().equals("prices")) {
                priceFrameTimes.add(System.nanoTime());
            }
            messages.add(message);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
