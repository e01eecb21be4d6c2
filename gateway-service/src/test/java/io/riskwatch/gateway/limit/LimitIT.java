package io.riskwatch.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.gateway.GatewayIT;
import io.riskwatch.gateway.standin.Browser;
import io.riskwatch.localstack.process.Ports;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class LimitIT extends GatewayIT {

    private static final int MB = 1024 * 1024;

    @Test
    void aUserWhoAsksTooOftenIsToldWhenToComeBackAndOthersAreNot() throws Exception {
        String busy = AUTHORIZATION.accessToken(UUID.randomUUID().toString());
        Browser program = browser();

        List<HttpResponse<String>> responses = IntStream.range(0, 100)
                .mapToObj(number -> program.sendAsync(
                        bearer(program, "/api/v1/portfolios", busy).build()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        List<HttpResponse<String>> refused =
                responses.stream().filter(r -> r.statusCode() != 200).toList();
        assertThat(responses.size() - refused.size())
                .as("the burst, and what came meanwhile")
                .isBetween(60, 80);
        for (HttpResponse<String> response : refused) {
            assertProblem(response, 429, "too-many-requests");
            assertThat(Integer.parseInt(
                            response.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 11);
        }
        String calm = AUTHORIZATION.accessToken(UUID.randomUUID().toString());
        assertThat(program.send(bearer(program, "/api/v1/portfolios", calm).build())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void guestsAreLimitedByAddress() throws Exception {
        Browser visitor = browser();
        for (int i = 0; i < 3; i++) {
            assertThat(demo(visitor).statusCode()).isEqualTo(302);
        }

        HttpResponse<String> fourth = demo(visitor);

        assertProblem(fourth, 429, "too-many-requests");
        assertThat(fourth.headers().firstValue("Retry-After")).isPresent();
        assertThat(demo(browser()).statusCode()).isEqualTo(302);
    }

    @Test
    void signingInIsLimitedByAddress() throws Exception {
        Browser guesser = browser();
        int refused = 0;
        for (int i = 0; i < 60 && refused == 0; i++) {
            HttpResponse<String> response = guesser.postForm("/auth/login", "username=a&password=" + i);
            refused += response.statusCode() == 429 ? 1 : 0;
        }

        assertThat(refused).isEqualTo(1);
        assertThat(browser().postForm("/auth/login", "username=a&password=b").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBodyThatAnnouncesTooMuchIsRefusedUnread() throws Exception {
        HttpResponse<String> response = post("/api/v1/analyses", BodyPublishers.ofByteArray(new byte[7 * MB]));

        assertProblem(response, 413, "too-large");
        assertThat(json(response).get("limit").asString()).isEqualTo("json");
        assertThat(json(response).get("detail").asString()).contains("6 MB");
        assertThat(PORTFOLIO.seen("/api/v1/analyses")).isEmpty();
    }

    @Test
    void aBodyOfUnknownLengthIsCutOffAtTheLimit() throws Exception {
        HttpResponse<String> response = post("/api/v1/analyses/chunked", chunked(7 * MB));

        assertProblem(response, 413, "too-large");
        assertThat(json(response).get("limit").asString()).isEqualTo("json");
        assertThat(PORTFOLIO.seen("/api/v1/analyses/chunked")).isEmpty();
    }

    @Test
    void aBodyWithinTheLimitPassesWhole() throws Exception {
        assertThat(json(post("/api/v1/analyses/fits", chunked(6 * MB)))
                        .get(":bytes")
                        .asInt())
                .isEqualTo(6 * MB);
    }

    @Test
    void filesOfTransactionsAndPricesMayBeLarger() throws Exception {
        String transactions = "/api/v1/portfolios/7/imports";
        assertThat(json(post(transactions, chunked(24 * MB))).get(":bytes").asInt())
                .isEqualTo(24 * MB);
        HttpResponse<String> tooLarge = post(transactions, chunked(26 * MB));
        assertProblem(tooLarge, 413, "too-large");
        assertThat(json(tooLarge).get("limit").asString()).isEqualTo("transactionFile");

        String prices = "/api/v1/history/imports";
        assertThat(json(post(prices, chunked(60 * MB))).get(":bytes").asInt()).isEqualTo(60 * MB);
        HttpResponse<String> tooManyPrices = post(prices, chunked(101 * MB));
        assertProblem(tooManyPrices, 413, "too-large");
        assertThat(json(tooManyPrices).get("limit").asString()).isEqualTo("priceFile");
        assertThat(json(tooManyPrices).get("maxBytes").asInt()).isEqualTo(100 * MB);
    }

    @Test
    void withoutRedisReadingGoesOnAndSigningInStops() throws Exception {
        Browser signedIn = browser().signIn();
        int port = Ports.free();
        Map<String, String> noRedis = Map.of("spring.data.redis.port", Integer.toString(Ports.free()));

        try (ConfigurableApplicationContext gateway = anotherGateway(port, noRedis)) {
            assertThat(gateway.isRunning()).isTrue();
            Browser program = browser().at("http://localhost:" + port);
            HttpResponse<String> read =
                    program.send(bearer(program, "/api/v1/portfolios", AUTHORIZATION.accessToken("reader"))
                            .build());
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(program.visit("/").statusCode()).isEqualTo(200);
            assertProblem(program.postForm("/auth/login", "username=a"), 503, "unavailable");
            assertProblem(demo(program), 503, "unavailable");

            Browser sameCookies = signedIn.at("http://localhost:" + port);
            HttpResponse<String> cannotTell = sameCookies.get("/api/v1/portfolios");
            assertProblem(cannotTell, 503, "unavailable");
            assertThat(cannotTell.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(signedIn.get("/session").body()).isEqualTo("{\"signedIn\":true}");
    }

    private static HttpResponse<String> demo(Browser browser) throws Exception {
        return browser.postForm("/oauth2/authorization/riskwatch?demo", "_csrf=" + browser.csrf());
    }

    private static HttpRequest.Builder bearer(Browser program, String path, String token) {
        return program.request(path).header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) throws Exception {
        Browser program = browser();
        return program.send(bearer(
                        program,
                        path,
                        AUTHORIZATION.accessToken(UUID.randomUUID().toString()))
                .POST(body)
                .build());
    }

    private static HttpRequest.BodyPublisher chunked(int bytes) {
        return BodyPublishers.ofInputStream(() -> new InputStream() {
            private int left = bytes;

            @Override
            public int read() {
                return left-- > 0 ? '1' : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int count = Math.min(left, length);
                left -= count;
                return count;
            }
        });
    }
}
