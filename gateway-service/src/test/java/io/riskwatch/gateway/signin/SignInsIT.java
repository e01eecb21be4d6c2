package io.riskwatch.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.gateway.GatewayIT;
import io.riskwatch.gateway.standin.Browser;
import io.riskwatch.localstack.process.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import tools.jackson.databind.JsonNode;

class SignInsIT extends GatewayIT {

    private static final String SESSIONS = "/api/v1/me/sessions";
    private static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:143.0) Gecko/20100101 Firefox/143.0";

    @Autowired
    private ReactiveStringRedisTemplate redis;

    private final String user = UUID.randomUUID().toString();

    @Test
    void aUserSeesWhereTheyAreSignedIn() throws Exception {
        Instant before = Instant.now().minusSeconds(1);
        Browser first = signIn(user);
        Browser second = signIn(user);
        signIn(UUID.randomUUID().toString());

        HttpResponse<String> answer = second.get(SESSIONS);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode items = json(answer).get("items");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).get("current").asBoolean()).isTrue();
        assertThat(items.get(1).get("current").asBoolean()).isFalse();
        for (JsonNode item : items) {
            assertThat(item.get("browser").asString()).isEqualTo("Firefox");
            assertThat(item.get("system").asString()).isEqualTo("Windows");
            assertThat(item.get("address").asString()).matches("10\\.0\\.\\d+\\.\\*");
            assertThat(Instant.parse(item.get("signedInAt").asString())).isBetween(before, Instant.now());
            assertThat(Instant.parse(item.get("lastSeenAt").asString())).isBetween(before, Instant.now());
        }
        assertThat(answer.body())
                .as("nothing that opens a session")
                .doesNotContain(
                        first.cookies().get("RW_SESSION"), second.cookies().get("RW_SESSION"));
    }

    @Test
    void aBrowserIsSignedOutFromAnotherAndCannotComeBackByItself() throws Exception {
        Browser lost = signIn(user);
        Browser here = signIn(user);
        Listener listener = new Listener();
        Listener other = new Listener();
        open(ORIGIN, "/ws/prices", lost, listener);
        open(ORIGIN, "/ws/prices", here, other);
        assertThat(listener.texts.poll(60, TimeUnit.SECONDS)).startsWith("hello");
        assertThat(other.texts.poll(60, TimeUnit.SECONDS)).startsWith("hello");

        Instant asked = Instant.now();
        assertThat(delete(here, SESSIONS + "/" + idOf(lost)).statusCode()).isEqualTo(204);

        assertProblem(lost.get("/api/v1/portfolios"), 401, "unauthenticated");
        assertThat(lost.get("/session").body()).isEqualTo("{\"signedIn\":false}");
        assertThat(listener.closed.poll(60, TimeUnit.SECONDS)).isEqualTo(4401);
        System.out.println("The socket of a browser that was signed out closed after "
                + Duration.between(asked, Instant.now()).toMillis() + " ms");
        assertThat(AUTHORIZATION.signedOut())
                .as("its tokens, and with them the sign-in they came from")
                .containsOnlyOnce(user);
        assertThat(here.get("/api/v1/portfolios").statusCode()).isEqualTo(200);
        assertThat(other.closed).isEmpty();
        assertThat(json(here.get(SESSIONS)).get("items")).hasSize(1);
    }

    @Test
    void everyGatewayClosesTheSocketsItOpened() throws Exception {
        Browser lost = signIn(user);
        Browser here = signIn(user);
        int port = Ports.free();
        try (ConfigurableApplicationContext another = anotherGateway(port, Map.of())) {
            assertThat(another.isRunning()).isTrue();
            Listener listener = new Listener();
            open("http://localhost:" + port, "/ws/events", lost, listener);
            assertThat(listener.texts.poll(60, TimeUnit.SECONDS)).startsWith("hello");

            assertThat(delete(here, SESSIONS + "/" + idOf(lost)).statusCode()).isEqualTo(204);

            assertThat(listener.closed.poll(60, TimeUnit.SECONDS)).isEqualTo(4401);
        }
    }

    @Test
    void aRequestUnderWayWhenItsSessionEndsIsAnswered401() throws Exception {
        Browser lost = signIn(user);
        Browser here = signIn(user);
        CompletableFuture<HttpResponse<String>> underWay =
                lost.sendAsync(lost.request("/api/v1/held").build());
        assertThat(PORTFOLIO.holdsARequest()).isTrue();

        assertThat(delete(here, SESSIONS + "/" + idOf(lost)).statusCode()).isEqualTo(204);
        PORTFOLIO.letGo();

        assertProblem(underWay.get(60, TimeUnit.SECONDS), 401, "unauthenticated");
        assertProblem(lost.get("/api/v1/portfolios"), 401, "unauthenticated");
    }

    @Test
    void othersSessionsAreNotFound() throws Exception {
        Browser other = signIn(UUID.randomUUID().toString());
        Browser here = signIn(user);

        assertProblem(delete(here, SESSIONS + "/" + idOf(other)), 404, "not-found");
        assertProblem(delete(here, SESSIONS + "/" + "0".repeat(32)), 404, "not-found");

        assertThat(other.get("/api/v1/portfolios").statusCode()).isEqualTo(200);
        assertThat(here.get("/api/v1/portfolios").statusCode()).isEqualTo(200);
    }

    @Test
    void everywhereElseMeansEverywhereElse() throws Exception {
        Browser first = signIn(user);
        Browser second = signIn(user);
        Browser here = signIn(user);
        Browser somebody = signIn(UUID.randomUUID().toString());

        assertThat(delete(here, SESSIONS).statusCode()).isEqualTo(204);
        assertThat(delete(here, SESSIONS).statusCode()).as("twice is no harm").isEqualTo(204);

        assertThat(first.get("/api/v1/portfolios").statusCode()).isEqualTo(401);
        assertThat(second.get("/api/v1/portfolios").statusCode()).isEqualTo(401);
        assertThat(here.get("/api/v1/portfolios").statusCode()).isEqualTo(200);
        assertThat(somebody.get("/api/v1/portfolios").statusCode()).isEqualTo(200);
    }

    @Test
    void endingTheOwnSessionSignsOutHere() throws Exception {
        Browser here = signIn(user);

        assertThat(delete(here, SESSIONS + "/" + idOf(here)).statusCode()).isEqualTo(204);

        assertThat(here.get("/session").body()).isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void whoLeavesIsNotListedAndTheirSocketsClose() throws Exception {
        Browser left = signIn(user);
        Browser here = signIn(user);
        Listener listener = new Listener();
        open(ORIGIN, "/ws/prices", left, listener);
        assertThat(listener.texts.poll(60, TimeUnit.SECONDS)).startsWith("hello");

        assertThat(left.postForm("/logout", "_csrf=" + left.csrf()).statusCode())
                .isEqualTo(302);

        assertThat(listener.closed.poll(60, TimeUnit.SECONDS)).isEqualTo(4401);
        assertThat(json(here.get(SESSIONS)).get("items")).hasSize(1);
    }

    @Test
    void whileTheAuthorizationServerIsAwayNothingHalfIsDone() throws Exception {
        Browser lost = signIn(user);
        Browser here = signIn(user);
        String id = idOf(lost);

        PORTFOLIO.away(() -> assertProblem(delete(here, SESSIONS + "/" + id), 503, "unavailable"));

        assertThat(json(here.get(SESSIONS)).get("items")).hasSize(2);
        assertThat(delete(here, SESSIONS + "/" + id).statusCode()).isEqualTo(204);
        assertThat(lost.get("/session").body()).isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void nobodyIsToldNothingAndAForgedRequestEndsNothing() throws Exception {
        assertProblem(browser().get(SESSIONS), 401, "unauthenticated");
        Browser here = signIn(user);

        assertProblem(here.send(here.request(SESSIONS).DELETE().build()), 403, "forbidden");
    }

    @Test
    void aProgramSignsItsUserOutEverywhere() throws Exception {
        Browser lost = signIn(user);
        Browser program = browser();
        String token = AUTHORIZATION.accessToken(user);

        JsonNode items = json(program.send(program.request(SESSIONS)
                        .header("Authorization", "Bearer " + token)
                        .build()))
                .get("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("current").asBoolean()).isFalse();
        assertThat(program.send(program.request(SESSIONS)
                                .header("Authorization", "Bearer " + token)
                                .DELETE()
                                .build())
                        .statusCode())
                .isEqualTo(204);

        assertThat(lost.get("/session").body()).isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void theSessionsOfADeletedUserEnd() throws Exception {
        Browser first = signIn(user);
        Browser second = signIn(user);
        Browser somebody = signIn(UUID.randomUUID().toString());

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            redis.convertAndSend("portfolio:deleted-users", user).block();
            return first.get("/session").body().equals("{\"signedIn\":false}");
        });

        assertThat(second.get("/session").body()).isEqualTo("{\"signedIn\":false}");
        assertThat(somebody.get("/session").body()).isEqualTo("{\"signedIn\":true}");
    }

    private static Browser signIn(String subject) throws Exception {
        AUTHORIZATION.nextIs(subject);
        Browser browser = browser();
        HttpResponse<String> start = browser.get("/oauth2/authorization/riskwatch");
        HttpResponse<String> back =
                browser.visit(start.headers().firstValue("Location").orElseThrow());
        HttpResponse<String> in = browser.send(
                browser.request(back.headers().firstValue("Location").orElseThrow())
                        .header("User-Agent", FIREFOX)
                        .build());
        assertThat(in.headers().firstValue("Location")).contains("/");
        return browser;
    }

    private static HttpResponse<String> delete(Browser browser, String path) throws Exception {
        String csrf = browser.csrf();
        return browser.send(
                browser.request(path).header("X-XSRF-TOKEN", csrf).DELETE().build());
    }

    /** As its own list calls it. */
    private static String idOf(Browser browser) throws Exception {
        return json(browser.get(SESSIONS)).get("items").get(0).get("id").asString();
    }

    private static void open(String origin, String path, Browser browser, Listener listener) {
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header(
                        "Cookie",
                        browser.cookies().entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")))
                .header("Origin", ORIGIN)
                .buildAsync(URI.create(origin.replaceFirst("http", "ws") + path), listener)
                .join();
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
    }
}
