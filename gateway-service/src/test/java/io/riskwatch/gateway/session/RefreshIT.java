package io.riskwatch.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.gateway.GatewayIT;
import io.riskwatch.gateway.standin.Browser;
import io.riskwatch.localstack.process.Ports;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Access tokens that are too old for the next request: 40 seconds are less than the minute by which they are renewed. */
class RefreshIT extends GatewayIT {

    @BeforeEach
    void shortLogins() {
        AUTHORIZATION.loginLife(Duration.ofSeconds(40));
    }

    @AfterEach
    void usualLogins() {
        AUTHORIZATION.usualLife();
    }

    @Test
    void parallelRequestsMakeOneRefreshKeepTheSessionAndSignNobodyOut() throws Exception {
        Browser browser = browser().signIn();
        String session = browser.cookies().get("RW_SESSION");
        int before = AUTHORIZATION.refreshes();

        List<HttpResponse<String>> responses = atOnce(browser, 20);

        assertAnswered(responses);
        assertThat(AUTHORIZATION.refreshes() - before).isEqualTo(1);
        assertThat(responses)
                .extracting(response -> json(response).get("authorization").asString())
                .as("one new token for all")
                .containsOnly(json(responses.getFirst()).get("authorization").asString());
        assertThat(browser.cookies().get("RW_SESSION")).isEqualTo(session);

        assertThat(browser.get("/api/v1/portfolios").statusCode()).isEqualTo(200);
        assertThat(AUTHORIZATION.refreshes() - before)
                .as("the new token was kept")
                .isEqualTo(1);
        HttpResponse<String> out = browser.postForm("/logout", "_csrf=" + browser.csrf());
        assertThat(out.headers().firstValue("Location").orElseThrow()).contains("id_token_hint=ey");
    }

    @Test
    void theSessionOutlivesTheGateway() throws Exception {
        Browser browser = browser().signIn();
        String session = browser.cookies().get("RW_SESSION");
        int port = Ports.free();

        try (ConfigurableApplicationContext restarted = anotherGateway(port, Map.of())) {
            Browser later = browser.at("http://localhost:" + port);
            assertThat(later.get("/session").body()).isEqualTo("{\"signedIn\":true}");
            List<HttpResponse<String>> responses = atOnce(later, 5);

            assertThat(responses)
                    .as("%s", responses.stream().map(HttpResponse::body).toList())
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(200);
            assertThat(later.cookies().get("RW_SESSION")).isEqualTo(session);
            assertAnswered(atOnce(browser, 5)); // two replicas, one session
            assertThat(restarted.isRunning()).isTrue();
        }
    }

    @Test
    void aSessionThatCannotBeRenewedIsOver() throws Exception {
        Browser browser = browser().signIn();
        AUTHORIZATION.forgetRefreshTokens();

        assertProblem(browser.get("/api/v1/portfolios"), 401, "unauthenticated");

        assertThat(browser.get("/session").body()).isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void whileTheAuthorizationServerIsAwayNobodyIsSignedOut() throws Exception {
        Browser browser = browser().signIn();

        PORTFOLIO.away(() -> assertProblem(browser.get("/api/v1/quotes?symbols=ORBX"), 503, "unavailable"));

        assertThat(browser.get("/api/v1/quotes?symbols=ORBX").statusCode()).isEqualTo(200);
    }

    private static void assertAnswered(List<HttpResponse<String>> responses) {
        assertThat(responses)
                .allSatisfy(response ->
                        assertThat(response.statusCode()).as(response.body()).isEqualTo(200));
    }

    private static List<HttpResponse<String>> atOnce(Browser browser, int requests) {
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, requests)
                .mapToObj(number -> browser.sendAsync(
                        browser.request("/api/v1/portfolios?number=" + number).build()))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }
}
