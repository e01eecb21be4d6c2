package io.riskwatch.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page that listens on a socket of the service and remembers what it heard. A frame that breaks its published schema fails the test. */
public final class TestSocket implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final List<String> broken = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;

    /**
     * Connects.
     *
     * @param address of the service, with http
     */
    public TestSocket(String address, String path, String token) {
        this.socket = client.newWebSocketBuilder()
                .header("Origin", address)
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create(address.replace("http", "ws") + path), this)
                .join();
    }

    public void say(String text) {
        socket.sendText(text, true).join();
    }

    public List<JsonNode> heard() {
        assertThat(broken).isEmpty();
        return heard;
    }

    /** The frames of a type. */
    public List<JsonNode> heard(String type) {
        return heard().stream()
                .filter(frame -> type.equals(frame.path("type").asString("")))
                .toList();
    }

    public Optional<Integer> closed() {
        return Optional.ofNullable(closed.getNow(null));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            JsonNode frame = JSON.readTree(part.toString());
            broken.addAll(Contract.brokenBy(frame));
            heard.add(frame);
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
