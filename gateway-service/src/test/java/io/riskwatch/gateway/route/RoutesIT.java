package io.riskwatch.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.riskwatch.gateway.GatewayIT;
import io.riskwatch.gateway.standin.Browser;
import io.riskwatch.gateway.standin.StandInServices;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class RoutesIT extends GatewayIT {

    @Autowired
    private MeterRegistry meters;

    @ParameterizedTest
    @CsvSource({
        "/api/v1/portfolios, portfolio",
        "/api/v1/me, portfolio",
        "/api/v1/analyses/7/result, portfolio",
        "/api/v1/portfolios/7/imports/8/rows, portfolio",
        "/api/clients/1, portfolio",
        "/api/positions, portfolio",
        "/api/margin-status/3, portfolio",
        "/api/market-data/client/3, portfolio",
        "/api/clients, portfolio",
        "/api/positions/client/3, portfolio",
        "/api/v1/clients/7/margin, portfolio",
        "/positions/1, portfolio",
        "/margin/1, portfolio",
        "/api/v1/instruments, marketdata",
        "/api/v1/instruments/ORBX, marketdata",
        "/api/v1/quotes?symbols=ORBX, marketdata",
        "/api/v1/history/ORBX, marketdata",
        "/api/v1/history/imports/7/commit, marketdata",
        "/api/v1/providers, marketdata",
        "/api/v1/fx?from=EUR&to=USD, marketdata",
        "/api/v1/history/backfills, marketdata",
        "/api/v1/calendars/XNYS, marketdata",
        "/api/market-data/all, marketdata",
        "/api/market-data/instrument?instrument=AAPL:XNAS, marketdata",
        "/stocks, marketdata",
        "/stocks/AAPL, marketdata",
        "/api/market-data/AAPL, marketdata",
        "/api/market-history/all, marketdata",
        "/api/v1/billing/plans, billing",
    })
    void everyPathReachesItsOwner(String path, String owner) throws Exception {
        HttpResponse<String> response = asProgram(path);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        StandInServices service = Map.of("portfolio", PORTFOLIO, "marketdata", MARKETDATA, "billing", BILLING)
                .get(owner);
        assertThat(service.seen(path)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/auth/login", "/.well-known/openid-configuration"})
    void theAuthorizationServerIsReachedWithoutAToken(String path) throws Exception {
        assertThat(browser().get(path).statusCode()).isEqualTo(200);
        assertThat(PORTFOLIO.seen(path)).isNotEmpty();
    }

    @Test
    void theTokenAddressHasAnAlias() throws Exception {
        HttpResponse<String> response = browser().postForm("/oauth2/token", "grant_type=password");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("invalid_client");
    }

    @ParameterizedTest
    @CsvSource({
        "/internal/v1/history/columns",
        "/actuator/env",
        "/actuator/gateway/routes",
        "/v3/api-docs/portfolio",
    })
    void whatIsInternalIsNotThere(String path) throws Exception {
        assertProblem(browser().visit(path), 404, "not-found");
        for (StandInServices service : new StandInServices[] {PORTFOLIO, MARKETDATA, BILLING}) {
            assertThat(service.seen(path)).isEmpty();
        }
    }

    @Test
    void anUnknownApiIsTheirsToRefuseWhoMayAsk() throws Exception {
        assertProblem(browser().visit("/api/unknown"), 401, "unauthenticated");
        assertProblem(asProgram("/api/unknown"), 404, "not-found");
    }

    @Test
    void nobodyIsWhoTheirHeadersSay() throws Exception {
        Browser program = browser();

        HttpResponse<String> response = program.send(program.request("/api/v1/me")
                .header("Authorization", "Bearer " + AUTHORIZATION.accessToken("alice"))
                .header("X-User-Id", "bob")
                .header("X-Organisation-Id", "bobs")
                .header("X-Roles", "ADMIN")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "host=evil.example")
                .build());

        assertThat(response.body()).doesNotContain("bob", "ADMIN", "evil");
        assertThat(json(response).get("x-forwarded-host").asString()).isEqualTo(ORIGIN.substring("http://".length()));
        assertThat(json(response).get("x-forwarded-proto").asString()).isEqualTo("http");
        assertThat(json(response).get("traceparent").asString()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    }

    @Test
    void theCallersTraceGoesOnToTheServiceAndIsNamedInProblems() throws Exception {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        String parent = "00-" + trace + "-b7ad6b7169203331-01";
        Browser program = browser();

        HttpResponse<String> answer = program.send(program.request("/api/v1/me")
                .header("Authorization", "Bearer " + AUTHORIZATION.accessToken("alice"))
                .header("traceparent", parent)
                .build());
        HttpResponse<String> refusal = program.send(
                program.request("/api/v1/me").header("traceparent", parent).build());

        assertThat(json(answer).get("traceparent").asString())
                .startsWith("00-" + trace + "-")
                .doesNotContain("b7ad6b7169203331");
        assertThat(json(refusal).get("traceId").asString()).isEqualTo(trace);
    }

    @Test
    void requestsAreCountedByThePathOfTheirRoute() throws Exception {
        Browser program = browser();

        program.send(program.request("/api/v1/quotes/requested-here-only")
                .header("Authorization", "Bearer " + AUTHORIZATION.accessToken("alice"))
                .build());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(meters.find("http.server.requests")
                                .tag("uri", "/api/v1/quotes/**")
                                .timer())
                        .isNotNull());
        assertThat(meters.find("http.client.requests")
                        .tag("spring.cloud.gateway.route.id", "marketdata")
                        .timers())
                .isEmpty();
    }

    @Test
    void aServiceCannotSetCookies() throws Exception {
        HttpResponse<String> response = asProgram("/api/v1/cookie");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("RW_SESSION"));
    }

    @Test
    void aServiceThatIsAwayIsA503AndComesBack() throws Exception {
        BILLING.away(() -> {
            for (int i = 0; i < 15; i++) {
                HttpResponse<String> response = asProgram("/api/v1/billing/plans");
                assertProblem(response, 503, "unavailable");
                assertThat(response.headers().firstValue("Retry-After")).contains("2");
            }
            assertThat(asProgram("/api/v1/portfolios").statusCode())
                    .as("the others go on")
                    .isEqualTo(200);
        });

        await().atMost(Duration.ofSeconds(60))
                .until(() -> asProgram("/api/v1/billing/plans").statusCode() == 200);
    }

    @Test
    void aServiceThatDoesNotAnswerIsA504() throws Exception {
        assertProblem(asProgram("/api/v1/slow"), 504, "timeout");
    }

    private static HttpResponse<String> asProgram(String path) throws Exception {
        Browser program = browser();
        return program.send(program.request(path)
                .header(
                        "Authorization",
                        "Bearer " + AUTHORIZATION.accessToken(UUID.randomUUID().toString()))
                .build());
    }
}
