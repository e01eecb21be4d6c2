package io.riskwatch.marketdata.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.riskwatch.marketdata.MarketdataIT;
import io.riskwatch.marketdata.upload.UploadFixture;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

class PriceStreamIT extends MarketdataIT {

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private PriceStream stream;

    @Test
    void theServerSpeaksFirstThenSnapshotThenPricesInSequence() {
        try (StreamClient client = StreamClient.connect(port, TOKENS.member(ORGANISATION))) {
            JsonNode hello = client.next("hello");
            assertThat(hello.get("heartbeatMs").asInt()).isEqualTo(5_000);
            client.subscribe("ORBX", "XWORLD", "NOSUCH");
            assertThat(client.next("error").get("symbols").get(0).asString()).isEqualTo("NOSUCH");
            JsonNode snapshot = client.next("snapshot");
            assertThat(snapshot.get("symbols").propertyNames()).containsExactlyInAnyOrder("ORBX", "XWORLD");
            Set<Integer> ids = new HashSet<>();
            snapshot.get("symbols").forEach(id -> ids.add(id.asInt()));
            assertThat(snapshot.get("prices")).hasSize(2);
            snapshot.get("prices").forEach(price -> {
                assertThat(ids).contains(price.get(0).asInt());
                assertThat(price.get(1).asDouble()).isPositive();
                assertThat(price.get(2).asLong()).isGreaterThan(1_700_000_000_000L);
            });
            long sequence = snapshot.get("seq").asLong();
            for (int i = 0; i < 3; i++) {
                JsonNode prices = client.next("prices");
                assertThat(prices.get("seq").asLong()).isEqualTo(++sequence);
                prices.get("prices")
                        .forEach(price -> assertThat(ids).contains(price.get(0).asInt()));
            }
        }
    }

    @Test
    void aThousandTicksBecomeAtMostTenFramesASecondAndTheLastPriceWins() {
        String symbol = "BURST" + UUID.randomUUID().toString().substring(0, 8);
        publish(symbol, 1);
        try (StreamClient client = StreamClient.connect(port, TOKENS.member(ORGANISATION));
                StreamClient other = StreamClient.connect(port, TOKENS.member(OTHER_ORGANISATION))) {
            for (StreamClient each : List.of(client, other)) {
                each.next("hello");
                await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                    each.subscribe(symbol);
                    assertThat(each.next("snapshot").get("prices")).hasSize(1);
                });
            }
            long started = System.nanoTime();
            for (int i = 2; i <= 1_000; i++) {
                publish(symbol, i);
            }
            for (StreamClient each : List.of(client, other)) {
                List<Double> prices = new ArrayList<>();
                while (prices.isEmpty() || prices.getLast() < 1_000) {
                    each.next("prices")
                            .get("prices")
                            .forEach(price -> prices.add(price.get(1).asDouble()));
                }
                double seconds = (System.nanoTime() - started) / 1e9;
                assertThat(prices).isSorted().hasSizeLessThanOrEqualTo((int) (10 * seconds) + 2);
                List<Long> times = List.copyOf(each.priceFrameTimes);
                long shortest = IntStream.range(1, times.size())
                        .mapToLong(i -> times.get(i) - times.get(i - 1))
                        .sum();
                if (times.size() > 2) {
                    assertThat(shortest / (times.size() - 1)).as("mean gap").isGreaterThan(80_000_000L);
                }
            }
        }
    }

    @Test
    void unsubscribedSymbolsStop() {
        try (StreamClient client = StreamClient.connect(port, TOKENS.member(ORGANISATION))) {
            client.next("hello");
            client.subscribe("ORBX");
            client.next("snapshot");
            client.next("prices");
            client.unsubscribe("ORBX");
            client.subscribe("XWORLD");
            JsonNode snapshot = client.next("snapshot");
            int xworld = snapshot.get("symbols").get("XWORLD").asInt();
            for (int i = 0; i < 2; i++) {
                client.next("prices")
                        .get("prices")
                        .forEach(price -> assertThat(price.get(0).asInt()).isEqualTo(xworld));
            }
        }
    }

    @Test
    void aQuietConnectionHearsAHeartbeat() {
        try (StreamClient client = StreamClient.connect(port, TOKENS.member(ORGANISATION))) {
            client.next("hello");
            assertThat(client.next("heartbeat")).isNotNull();
        }
    }

    @Test
    void theConnectionEndsWithItsToken() {
        String token = TOKENS.member(ORGANISATION, UUID.randomUUID(), Duration.ofSeconds(3));
        try (StreamClient client = StreamClient.connect(port, token)) {
            client.next("hello");
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void anUploadedSymbolHidesTheLiveOneOfThatOrganisationOnly() {
        UUID organisation = UUID.randomUUID();
        UploadFixture.commit(client(organisation), "date,ORBX\n2024-01-02,7\n2024-01-03,8\n");
        try (StreamClient mine = StreamClient.connect(port, TOKENS.member(organisation));
                StreamClient other = StreamClient.connect(port, TOKENS.member(OTHER_ORGANISATION))) {
            mine.next("hello");
            mine.subscribe("ORBX", "XWORLD");
            JsonNode snapshot = mine.next("snapshot");
            int own = snapshot.get("symbols").get("ORBX").asInt();
            assertThat(own).isGreaterThanOrEqualTo(1_000_000);
            assertThat(snapshot.get("prices").get(0).get(1).asDouble()).isEqualTo(8.0);
            other.next("hello");
            other.subscribe("ORBX");
            JsonNode live = other.next("snapshot");
            int shared = live.get("symbols").get("ORBX").asInt();
            assertThat(live.get("prices").get(0).get(1).asDouble()).isNotEqualTo(8.0);
            for (int i = 0; i < 3; i++) {
                mine.next("prices")
                        .get("prices")
                        .forEach(price -> assertThat(price.get(0).asInt()).isNotEqualTo(shared));
            }
        }
    }

    @Test
    void limitsCloseTheConnectionWithTheirCode() {
        try (StreamClient flooding = StreamClient.connect(port, TOKENS.member(ORGANISATION))) {
            flooding.next("hello");
            String tooMany = IntStream.range(0, 501)
                    .mapToObj(i -> "\"S" + i + "\"")
                    .toList()
                    .toString();
            flooding.say("{\"action\":\"subscribe\",\"symbols\":" + tooMany + "}");
            assertThat(flooding.next("error").get("code").asString()).isEqualTo("TOO_MANY_SYMBOLS");
            assertThat(flooding.closeCode()).isEqualTo(4429);
        }
        UUID user = UUID.randomUUID();
        String token = TOKENS.member(ORGANISATION, user, Duration.ofMinutes(5));
        List<StreamClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                clients.add(StreamClient.connect(port, token));
                clients.getLast().next("hello");
            }
            try (StreamClient oneTooMany = StreamClient.connect(port, token)) {
                assertThat(oneTooMany.closeCode()).isEqualTo(4429);
            }
        } finally {
            clients.forEach(StreamClient::close);
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            try (StreamClient again = StreamClient.connect(port, token)) {
                assertThat(again.next("hello")).isNotNull();
            }
        });
    }

    @Test
    void aFloodOfCommandsClosesTheConnection() {
        try (StreamClient flooding = StreamClient.connect(port, TOKENS.member(ORGANISATION))) {
            flooding.next("hello");
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                for (int i = 0; i < 200 && !flooding.closed.isDone(); i++) {
                    flooding.unsubscribe("ORBX");
                }
                return flooding.closed.isDone();
            });
            assertThat(flooding.closeCode()).isEqualTo(4429);
        }
    }

    @Test
    void whoMissedAFrameSubscribesAgainAndHasThePresentPriceAndTheNextNumber() {
        try (StreamClient client = StreamClient.connect(port, TOKENS.member(ORGANISATION))) {
            client.next("hello");
            client.subscribe("ORBX");
            JsonNode first = client.next("snapshot");
            long sequence = client.next("prices").get("seq").asLong();
            client.messages.clear(); // whatever came now is lost
            client.subscribe("ORBX");
            JsonNode again = client.next("snapshot");
            assertThat(again.get("seq").asLong()).isGreaterThan(sequence);
            assertThat(again.get("symbols")).isEqualTo(first.get("symbols"));
            assertThat(again.get("prices")).hasSize(1);
            assertThat(client.next("prices").get("seq").asLong())
                    .isEqualTo(again.get("seq").asLong() + 1);
        }
    }

    @Test
    void aStoppingServiceSendsItsClientsElsewhere() {
        String token = TOKENS.member(ORGANISATION);
        try (StreamClient client = StreamClient.connect(port, token)) {
            client.next("hello");
            stream.stop();
            assertThat(client.closeCode()).isEqualTo(1001);
            try (StreamClient late = StreamClient.connect(port, token)) {
                assertThat(late.closeCode()).isEqualTo(1001);
            }
        } finally {
            stream.start();
        }
    }

    @Test
    void nonsenseIsAnsweredNotObeyed() {
        try (StreamClient client = StreamClient.connect(port, TOKENS.member(ORGANISATION))) {
            client.next("hello");
            for (String nonsense : List.of("hello?", "{\"action\":\"jump\",\"symbols\":[\"A\"]}", "[]", "{}")) {
                client.say(nonsense);
                assertThat(client.next("error").get("code").asString()).isEqualTo("BAD_COMMAND");
            }
            client.subscribe("ORBX");
            assertThat(client.next("snapshot")).isNotNull();
        }
    }

    @Test
    void strangersDoNotConnect() {
        assertThat(refusal("not-a-token", null)).isEqualTo(401);
    }

    @Test
    void theOriginThatAGatewaysHttpClientMakesUpIsNoHindrance() {
        try (StreamClient relayed = StreamClient.connect(port, TOKENS.member(ORGANISATION), "http://127.0.0.1:8082")) {
            assertThat(relayed.next("hello")).isNotNull();
        }
    }

    private int refusal(String token, String origin) {
        CompletionException refused =
                catchThrowableOfType(CompletionException.class, () -> StreamClient.connect(port, token, origin));
        assertThat(refused).hasCauseInstanceOf(WebSocketHandshakeException.class);
        return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
    }

    @Test
    void aClientThatNeverReadsIsClosedAndDisturbsNobody() throws Exception {
        List<String> symbols = IntStream.range(0, 200).mapToObj(i -> "SLOW" + i).toList();
        symbols.forEach(symbol -> publish(symbol, 1));
        try (Socket slow = handshake();
                StreamClient normal = StreamClient.connect(port, TOKENS.member(ORGANISATION))) {
            normal.next("hello");
            normal.subscribe("ORBX");
            normal.next("snapshot");
            write(slow, "{\"action\":\"subscribe\",\"symbols\":[\"" + String.join("\",\"", symbols) + "\"]}");
            // fill the buffers of both ends until the server gives up on the client; its end shows as a reset or a
            // close
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        publishAll(symbols);
                        return metric("riskwatch_stream_slow_total") >= 1;
                    });
            normal.messages.clear();
            assertThat(normal.next("prices")).isNotNull();
        }
    }

    private Socket handshake() throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("localhost", port));
        OutputStream out = socket.getOutputStream();
        out.write(("GET /ws/prices HTTP/1.1\r\nHost: localhost:" + port
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer "
                        + TOKENS.member(ORGANISATION) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        assertThat(head).contains("101");
        return socket;
    }

    /** A masked text frame with a mask of zeros. */
    private static void write(Socket socket, String text) throws Exception {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        OutputStream out = socket.getOutputStream();
        out.write(
                new byte[] {(byte) 0x81, (byte) 0xFE, (byte) (payload.length >> 8), (byte) payload.length, 0, 0, 0, 0});
        out.write(payload);
        out.flush();
    }

    private double metric(String name) {
        String all = anonymous()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return all.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private double price = 1;

    private void publishAll(List<String> symbols) {
        price++;
        StringBuilder batch = new StringBuilder("[");
        symbols.forEach(symbol -> batch.append(batch.length() == 1 ? "" : ",").append(json(symbol, price)));
        redis.convertAndSend("quotes", batch.append(']').toString());
    }

    private void publish(String symbol, double price) {
        redis.convertAndSend("quotes", "[" + json(symbol, price) + "]");
    }

    private static String json(String symbol, double price) {
        return "{\"symbol\":\"" + symbol + "\",\"price\":" + price + ",\"currency\":\"USD\",\"asOf\":\""
                + java.time.Instant.now() + "\",\"provider\":\"test\",\"simulated\":true}";
    }
}
