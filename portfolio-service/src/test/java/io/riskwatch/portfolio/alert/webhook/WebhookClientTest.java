package io.riskwatch.portfolio.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookClientTest {

    private static final byte[] BODY = "{\"type\":\"alert.test\"}".getBytes(StandardCharsets.UTF_8);

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private WebhookClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-One") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            var path = exchange.getRequestURI().getPath();
            exchange.sendResponseHeaders(path.matches("/\\d+") ? Integer.parseInt(path.substring(1)) : 204, -1);
            exchange.close();
        });
        server.start();
        client = lenient(InetAddress::getAllByName);
    }

    @AfterEach
    void stop() {
        client.destroy();
        server.stop(0);
    }

    private static WebhookClient lenient(WebhookClient.Resolver resolver) {
        return new WebhookClient(settings(true), resolver);
    }

    private static WebhookSettings settings(boolean toPrivateAddresses) {
        return new WebhookSettings(toPrivateAddresses, Duration.ofSeconds(1), Duration.ofSeconds(2), 10, 20);
    }

    private WebhookAnswer post(String path) {
        return client.post("http://localhost:" + server.getAddress().getPort() + path, Map.of("X-One", "one"), BODY);
    }

    @Test
    void theBodyArrivesAsItIs() {
        var answer = post("/in?x=1");

        assertThat(answer.taken()).isTrue();
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(heard).containsExactly("POST /in?x=1 one {\"type\":\"alert.test\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "200, true, false",
        "301, false, false",
        "307, false, false",
        "400, false, false",
        "410, false, true",
        "500, false, false"
    })
    void nothingIsFollowedAndOnlySuccessIsSuccess(int code, boolean taken, boolean lasting) {
        var answer = post("/" + code);

        assertThat(answer.statusCode()).isEqualTo(code);
        assertThat(answer.taken()).isEqualTo(taken);
        assertThat(answer.lasting()).isEqualTo(lasting);
        assertThat(heard).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://2130706433/",
                "https://[::1]/",
                "https://[::ffff:7f00:1]/",
                "https://169.254.169.254/latest/meta-data/",
                "https://10.0.0.1/",
                "https://[fd00:ec2::254]/",
                "http://8.8.8.8/"
            })
    void anAddressThatIsNotOfTheInternetIsNeverConnectedTo(String url) {
        var strict = new WebhookClient(settings(false));

        var answer = strict.post(url, Map.of(), BODY);

        assertThat(answer.statusCode()).isZero();
        assertThat(answer.lasting()).as(answer.problem()).isTrue();
        strict.destroy();
    }

    @Test
    void aNameIsResolvedOnceAndOneBadAddressOfItIsEnough() {
        var asked = new AtomicInteger();
        var strict = new WebhookClient(settings(false), host -> {
            asked.incrementAndGet();
            return new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("127.0.0.1")};
        });

        var answer = strict.post("https://rebinding.example/", Map.of(), BODY);

        assertThat(answer.lasting()).isTrue();
        assertThat(asked).hasValue(1);
        strict.destroy();
    }

    @Test
    void theConnectionGoesToTheAddressThatWasJudged() {
        var pinned = lenient(host -> new InetAddress[] {InetAddress.getLoopbackAddress()});

        var answer = pinned.post(
                "http://nobody.invalid:" + server.getAddress().getPort() + "/pinned", Map.of("X-One", "one"), BODY);

        assertThat(answer.taken()).isTrue();
        assertThat(heard).hasSize(1);
        pinned.destroy();
    }

    @Test
    void aPeerThatSendsAByteNowAndThenIsGivenUp() throws IOException {
        try (var drip = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var socket = drip.accept()) {
                    while (!socket.isClosed()) {
                        socket.getOutputStream().write('H');
                        Thread.sleep(200);
                    }
                } catch (IOException | InterruptedException e) {
                    heard.add("given up");
                }
            });
            var began = System.nanoTime();

            var answer = client.post("http://localhost:" + drip.getLocalPort() + "/", Map.of(), BODY);

            assertThat(answer.problem()).contains("No answer within");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void whatIsNoHttpOrNobodyIsAFailureThatMayPass() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var refused = client.post("http://localhost:" + free + "/", Map.of(), BODY);
        var unknown = client.post("http://nobody.invalid/", Map.of(), BODY);
        // plain http, where TLS is expected
        var noTls = client.post("https://localhost:" + server.getAddress().getPort() + "/", Map.of(), BODY);

        for (var answer : List.of(refused, unknown, noTls)) {
            assertThat(answer.taken()).isFalse();
            assertThat(answer.lasting()).isFalse();
            assertThat(answer.problem()).isNotBlank();
        }
    }
}
