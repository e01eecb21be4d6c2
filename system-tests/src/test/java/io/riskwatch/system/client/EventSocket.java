package io.riskwatch.system.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebSocket through the gateway that keeps every message it was sent. */
public final class EventSocket implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final WebSocket socket;

    private EventSocket(URI address, String token) throws Exception {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .connectTimeout(Duration.ofSeconds(10))
                .buildAsync(address, new Listener())
                .get(15, TimeUnit.SECONDS);
    }

    /** Opens the socket and waits for the server's hello. */
    public static EventSocket open(URI gateway, String path, String token) throws Exception {
        EventSocket socket = new EventSocket(URI.create("ws://" + gateway.getAuthority() + path), token);
        socket.await(message -> "hello".equals(message.path("type").asString("")), Duration.ofSeconds(15));
        return socket;
    }

    public void send(String json) {
        socket.sendText(json, true).join();
    }

    /** The first message, past or future, that fits. */
    public JsonNode await(Predicate<JsonNode> fits, Duration within) {
        return Awaitility.await("a fitting message")
                .atMost(within)
                .until(() -> messages.stream().filter(fits).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    public List<JsonNode> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket source, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                messages.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            source.request(1);
            return null;
        }
    }
}
