package io.riskwatch.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.riskwatch.gateway.GatewayIT;
import io.riskwatch.gateway.standin.Browser;
import io.riskwatch.localstack.process.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class SocketIT extends GatewayIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void ourOwnPageOpensSocketsWithItsSession() throws Exception {
        Browser browser = browser().signIn();
        Listener listener = new Listener();

        WebSocket socket = open("/ws/prices", listener, "Cookie", cookies(browser), "Origin", ORIGIN);

        assertThat(listener.next())
                .startsWith("hello authorization=Bearer ey")
                .as("the service gets no cookie")
                .endsWith("cookie=null");
        socket.sendText("subscribe", true);
        assertThat(listener.next()).isEqualTo("echo subscribe");
        socket.abort();
    }

    @Test
    void anotherPageCannotUseTheSession() throws Exception {
        String cookies = cookies(browser().signIn());

        assertRefused(
                () -> open("/ws/events", new Listener(), "Cookie", cookies, "Origin", "https://evil.example"), 403);
        assertRefused(
                () -> open("/ws/events", new Listener(), "Cookie", cookies, "Origin", "http://localhost:5173"), 403);
        assertRefused(() -> open("/ws/events", new Listener(), "Cookie", cookies), 403);
    }

    @Test
    void nobodyOpensNothing() {
        assertRefused(() -> open("/ws/prices", new Listener(), "Origin", ORIGIN), 401);
    }

    @Test
    void aProgramWithATokenNeedsNoOrigin() throws Exception {
        Listener listener = new Listener();

        WebSocket socket =
                open("/ws/events", listener, "Authorization", "Bearer " + AUTHORIZATION.accessToken("a program"));

        assertThat(listener.next()).startsWith("hello authorization=Bearer ey");
        socket.abort();
    }

    @Test
    void aPersonalTokenOpensSocketsToo() throws Exception {
        Listener listener = new Listener();
        String token = AUTHORIZATION.newPersonalToken("a person");

        WebSocket socket = open("/ws/prices", listener, "Authorization", "Bearer " + token);

        assertThat(listener.next()).startsWith("hello authorization=Bearer ey");
        socket.abort();
    }

    @Test
    void aServiceThatIsAwayEndsTheSocketWithTryAgainLater() throws Exception {
        Browser browser = browser().signIn();
        Listener listener = new Listener();

        MARKETDATA.away(() -> {
            open("/ws/prices", listener, "Cookie", cookies(browser), "Origin", ORIGIN);
            assertThat(listener.closed.poll(60, TimeUnit.SECONDS)).isEqualTo(1013);
        });
    }

    @Test
    void aGatewayThatStopsSaysSoAndDoesNotWaitForSockets() throws Exception {
        Listener listener = new Listener();
        int port = Ports.free();
        ConfigurableApplicationContext gateway = anotherGateway(port, Map.of());
        HTTP.newWebSocketBuilder()
                .header("Authorization", "Bearer " + AUTHORIZATION.accessToken("a program"))
                .buildAsync(URI.create("ws://localhost:" + port + "/ws/prices"), listener)
                .join();
        assertThat(listener.next()).startsWith("hello");

        Instant stop = Instant.now();
        gateway.close();

        assertThat(listener.closed.poll(60, TimeUnit.SECONDS)).isEqualTo(1001);
        System.out.println("A stopping gateway said goodbye to its sockets and was gone after "
                + Duration.between(stop, Instant.now()).toMillis() + " ms");
    }

    private static String cookies(Browser browser) {
        return browser.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static WebSocket open(String path, Listener listener, String... headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder.buildAsync(URI.create(ORIGIN.replaceFirst("http", "ws") + path), listener)
                .join();
    }

    private static void assertRefused(ThrowingCallable opening, int status) {
        assertThatThrownBy(opening)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(status));
    }

    private static final class Listener implements WebSocket.Listener {

        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            texts.add(text.toString());
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.add(code);
            return null;
        }

        String next() throws InterruptedException {
            return texts.poll(60, TimeUnit.SECONDS);
        }
    }
}
