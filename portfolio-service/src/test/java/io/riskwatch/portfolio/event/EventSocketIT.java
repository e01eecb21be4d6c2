package io.riskwatch.portfolio.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EventSocketIT extends PortfolioServiceIT {

    @Autowired
    private OwnerEvents owners;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.shutdownNow();
    }

    @Test
    void theServerSpeaksFirstAndTellsOnlyTheOwnersOrganisationInOrder() {
        TestCaller owner = callers.inNewOrganisation();
        TestCaller stranger = callers.inNewOrganisation();
        Page own = new Page(owner.token());
        Page colleagues = new Page(owner.token());
        Page other = new Page(stranger.token());
        for (Page page : List.of(own, colleagues, other)) {
            await().until(() -> !page.heard.isEmpty());
            assertThat(page.heard.getFirst()).isEqualTo("{\"type\":\"hello\",\"heartbeatMs\":5000}");
        }

        await().until(() -> {
            owners.tell(owner.organisationId(), Map.of("type", "begin"));
            return own.said("begin") && colleagues.said("begin");
        });
        for (int i = 0; i < 50; i++) {
            owners.tell(owner.organisationId(), Map.of("type", "n" + i));
        }
        owners.tell(stranger.organisationId(), Map.of("type", "theirs"));

        await().until(() -> own.said("n49") && other.said("theirs"));
        assertThat(own.heard.stream()
                        .filter(text -> text.startsWith("{\"type\":\"n"))
                        .toList())
                .hasSize(50)
                .isEqualTo(java.util.stream.IntStream.range(0, 50)
                        .mapToObj(i -> "{\"type\":\"n" + i + "\"}")
                        .toList());
        assertThat(own.said("theirs")).isFalse();
        assertThat(other.heard).noneMatch(text -> text.startsWith("{\"type\":\"n"));
    }

    @Test
    void theConnectionEndsWithItsToken() throws Exception {
        TestCaller caller = callers.inNewOrganisation();
        String token = callers.token(claims -> claims.subject(caller.userId().toString())
                .claim("org", caller.organisationId().toString())
                .claim("name", "Test user")
                .claim("roles", List.of("OWNER"))
                .expiresAt(Instant.now().plusSeconds(3)));

        assertThat(new Page(token).closed.get(20, TimeUnit.SECONDS)).isEqualTo(4401);
    }

    @Test
    void nobodyListensWithoutATokenOrWithoutAnOrganisation() throws Exception {
        assertThatThrownBy(() -> new Page(null)).hasCauseInstanceOf(java.net.http.WebSocketHandshakeException.class);
        Page service = new Page(callers.serviceToken());
        assertThat(service.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1008);
        assertThat(service.heard).isEmpty();
    }

    /** What a page of the dashboard hears. */
    private final class Page implements WebSocket.Listener {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();

        Page(String token) {
            WebSocket.Builder builder = client.newWebSocketBuilder()
                    .header("Origin", address()); // as the gateway's HTTP client makes one up for programs
            if (token != null) {
                builder.header("Authorization", "Bearer " + token);
            }
            builder.buildAsync(URI.create(address().replace("http", "ws") + "/ws/events"), this)
                    .join();
        }

        boolean said(String type) {
            return heard.contains("{\"type\":\"" + type + "\"}");
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
            closed.complete(statusCode);
            return null;
        }
    }
}
