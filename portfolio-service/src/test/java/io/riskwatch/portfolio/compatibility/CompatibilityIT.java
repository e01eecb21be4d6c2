package io.riskwatch.portfolio.compatibility;

import static io.riskwatch.portfolio.Ledgers.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What earlier clients were promised: each path with its names, in their order, and its numbers in their form. */
class CompatibilityIT extends PortfolioServiceIT {

    private static final String TIME = "\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\"";

    private TestCaller caller;
    private RestTestClient http;
    private Ledgers api;

    @BeforeEach
    void anAdviser() {
        caller = callers.inNewOrganisation();
        http = http(caller);
        api = new Ledgers(http);
    }

    private String text(RestTestClient.ResponseSpec response) {
        var text = response.expectBody(String.class).returnResult().getResponseBody();
        return text == null ? "" : text;
    }

    private String get(String path) {
        return text(http.get().uri(path).exchange().expectStatus().isOk());
    }

    private long client(String json) {
        return body(api.post("/api/clients", json).expectStatus().isCreated())
                .get("id")
                .longValue();
    }

    private long position(long client, String symbol, String quantity, String cost) {
        return body(api.post(
                                "/api/positions",
                                "{\"clientId\":%d,\"symbol\":\"%s\",\"quantity\":%s,\"cost_basis\":%s}"
                                        .formatted(client, symbol, quantity, cost))
                        .expectStatus()
                        .isCreated())
                .get("id")
                .longValue();
    }

    @Test
    void aClientIsMadeReadChangedAndDeleted() {
        var created = api.post("/api/clients", "{\"name\":\"Ada\",\"loan\":10000,\"email\":\"left aside\"}")
                .expectStatus()
                .isCreated();
        var location = created.returnResult(String.class).getResponseHeaders().getLocation();
        var path = location == null ? "" : location.getPath();
        var id = path.substring("/api/clients/".length());

        assertThat(get(path)).isEqualTo("{\"id\":%s,\"name\":\"Ada\",\"loan\":10000.0}".formatted(id));
        assertThat(text(api.put(path, "{\"loan\":12000.55}").expectStatus().isOk()))
                .isEqualTo("{\"id\":%s,\"name\":\"Ada\",\"loan\":12000.55}".formatted(id));
        assertThat(text(api.put(path, "{\"name\":\"Ada King\"}").expectStatus().isOk()))
                .isEqualTo("{\"id\":%s,\"name\":\"Ada King\",\"loan\":12000.55}".formatted(id));
        var position = position(Long.parseLong(id), "ORBX", "1", "1");

        http.delete().uri(path).exchange().expectStatus().isNoContent();
        for (var gone : List.of(path, "/positions/" + id, "/margin/" + id, "/api/positions/client/" + id)) {
            http.get().uri(gone).exchange().expectStatus().isNotFound();
        }
        http.delete()
                .uri("/api/positions/" + position)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(get("/api/clients/" + client("{\"name\":\"Eve\"}")))
                .as("without a set loan")
                .endsWith("\"loan\":null}");
    }

    @Test
    void aPositionIsMadeReadChangedAndDeleted() {
        var client = client("{\"name\":\"Ada\"}");
        var id = position(client, "QNTL", "400", "45.5");
        var whole = "{\"id\":%d,\"clientId\":%d,\"symbol\":\"QNTL\",\"quantity\":%s,\"cost_basis\":%s}";

        assertThat(get("/api/positions/client/" + client))
                .isEqualTo("[" + whole.formatted(id, client, "400", "45.5") + "]");
        assertThat(get("/positions/" + client))
                .isEqualTo(
                        "{\"clientId\":%d,\"positions\":[{\"symbol\":\"QNTL\",\"quantity\":400,\"cost_basis\":45.5}]}"
                                .formatted(client));
        assertThat(text(api.put("/api/positions/" + id, "{\"quantity\":0.5}")
                        .expectStatus()
                        .isOk()))
                .isEqualTo(whole.formatted(id, client, "0.5", "45.5"));
        assertThat(text(api.put("/api/positions/" + id, "{\"cost_basis\":150}")
                        .expectStatus()
                        .isOk()))
                .isEqualTo(whole.formatted(id, client, "0.5", "150.0"));
        http.delete().uri("/api/positions/" + id).exchange().expectStatus().isNoContent();
        assertThat(get("/positions/" + client)).isEqualTo("{\"clientId\":%d,\"positions\":[]}".formatted(client));
    }

    @Test
    void theSeedContractOfTheMargin() {
        var client = client("{\"name\":\"Ada\",\"loan\":10000}");
        position(client, "QNTL", "400", "45.5");
        var figures = "{\"timestamp\":" + TIME + ",\"clientId\":" + client
                + ",\"portfolio_value\":20000\\.0,\"loan_amount\":10000\\.0,\"net_equity\":10000\\.0,"
                + "\"margin_requirement\":5000\\.0,\"margin_shortfall\":0\\.0,\"margin_call_triggered\":false";

        assertThat(get("/margin/" + client)).matches(pattern(figures + "}"));
        assertThat(get("/api/margin-status/" + client))
                .matches(pattern(figures + ",\"utilization\":0\\.5,\"state\":\"[A-Z]+\"}"));
    }

    private static String pattern(String json) {
        return json.replace("{\"", "\\{\"")
                .replace("}", "\\}")
                .replace("\\d\\{", "\\d{")
                .replace("{4\\}", "{4}");
    }

    @Test
    void aLoanThatWasNotSetIsWhatTheCashOwes() {
        var client = client("{\"name\":\"Ada\"}");
        position(client, "QNTL", "200", "45.5");
        var portfolio = body(http.get().uri("/api/v1/clients?q=" + client).exchange())
                .get("items")
                .get(0)
                .get("portfolioId")
                .stringValue();
        api.record(
                        portfolio,
                        "{\"date\":\"2026-01-05\",\"type\":\"WITHDRAWAL\",\"currency\":\"USD\",\"amount\":\"8000\"}")
                .expectStatus()
                .isCreated();

        assertThat(get("/margin/" + client))
                .contains("\"loan_amount\":8000.0", "\"net_equity\":2000.0", "\"margin_shortfall\":500.0")
                .contains("\"margin_call_triggered\":true");
        api.put("/api/clients/" + client, "{\"loan\":11000}").expectStatus().isOk();
        assertThat(get("/api/margin-status/" + client))
                .as("nothing is one's own")
                .contains("\"net_equity\":-1000.0", "\"utilization\":null", "\"margin_shortfall\":3500.0");
    }

    @Test
    void thePricesOfWhatAClientHolds() {
        var client = client("{\"name\":\"Ada\"}");
        position(client, "RHNE", "1", "1");
        position(client, "ORBX:XSIM", "1", "1");
        position(client, "NOPRICE", "1", "1");

        assertThat(get("/api/market-data/client/" + client))
                .isEqualTo(
                        "[{\"instrument\":\"ORBX:XSIM\",\"symbol\":\"ORBX\",\"exchange\":\"XSIM\",\"timestamp\":\"2026-11-20T12:00:00Z\",\"current_price\":120.5,\"currency\":\"USD\"},"
                                + "{\"instrument\":\"RHNE:XSIM\",\"symbol\":\"RHNE\",\"exchange\":\"XSIM\",\"timestamp\":\"2026-11-20T12:00:00Z\",\"current_price\":200.0,\"currency\":\"EUR\"}]");
    }

    @Test
    void whatTheMarketDoesNotKnowIsHeldAtItsCost() {
        var client = client("{\"name\":\"Ada\",\"loan\":10000}");
        position(client, "AAPL", "100", "200");

        assertThat(get("/positions/" + client)).contains("{\"symbol\":\"AAPL\",\"quantity\":100,\"cost_basis\":200.0}");
        assertThat(get("/api/margin-status/" + client))
                .contains("\"portfolio_value\":20000.0")
                .as("and nobody is told that all is well")
                .contains("\"state\":\"STALE\"");
    }

    @Test
    void numbersAreKeptAtTenDecimalsRoundedHalfToEven() {
        var client = client("{\"name\":\"Ada\",\"loan\":0.00000000025}");
        assertThat(body(http.get().uri("/api/clients/" + client).exchange())
                        .get("loan")
                        .decimalValue())
                .isEqualByComparingTo("0.0000000002");
        position(client, "ORBX", "1.00000000035", "99.99999999985");
        assertThat(get("/positions/" + client)).contains("\"quantity\":1.0000000004,\"cost_basis\":99.9999999998}");
        for (var nothing : List.of("0.00000000004", "0", "-1")) {
            api.post(
                            "/api/positions",
                            "{\"clientId\":%d,\"symbol\":\"ORBX\",\"quantity\":%s}".formatted(client, nothing))
                    .expectStatus()
                    .is4xxClientError();
        }
        api.post("/api/clients", "{\"name\":\"Ada\",\"loan\":-1}")
                .expectStatus()
                .isBadRequest();
        api.put("/api/clients/" + client, "{\"name\":\"  \"}").expectStatus().isBadRequest();
    }

    @Test
    void theNamesOfTheRequestMayBeInSnakeCaseThroughout() {
        var client = client("{\"name\":\"Ada\",\"loan_amount\":5}");
        api.post("/api/positions", "{\"client_id\":%d,\"symbol\":\"orbx\",\"quantity\":2}".formatted(client))
                .expectStatus()
                .isCreated();

        assertThat(get("/api/clients/" + client)).endsWith("\"loan\":5.0}");
        assertThat(get("/positions/" + client)).contains("{\"symbol\":\"ORBX\",\"quantity\":2,\"cost_basis\":null}");
    }

    @Test
    void whatIsNotThereOrAnothersIsAProblemOf404() {
        var theirs = client("{\"name\":\"Ada\",\"loan\":1}");
        var theirPosition = position(theirs, "ORBX", "1", "1");
        var before = get("/margin/" + theirs).replaceFirst(TIME, "") + get("/positions/" + theirs);
        var stranger = http(callers.inNewOrganisation());

        for (var client : List.of(theirs, 999_999_999L)) {
            for (var path : List.of(
                    "/api/clients/",
                    "/positions/",
                    "/margin/",
                    "/api/margin-status/",
                    "/api/positions/client/",
                    "/api/market-data/client/")) {
                assertThat(text(stranger.get()
                                .uri(path + client)
                                .exchange()
                                .expectStatus()
                                .isNotFound()
                                .expectHeader()
                                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)))
                        .contains("not-found");
            }
            refused(stranger, HttpMethod.PUT, "/api/clients/" + client, "{\"loan\":5}");
            refused(stranger, HttpMethod.DELETE, "/api/clients/" + client, "");
            refused(
                    stranger,
                    HttpMethod.POST,
                    "/api/positions",
                    "{\"clientId\":%d,\"symbol\":\"ORBX\",\"quantity\":1}".formatted(client));
        }
        for (var position : List.of(theirPosition, 999_999_999L)) {
            refused(stranger, HttpMethod.PUT, "/api/positions/" + position, "{\"quantity\":5}");
            refused(stranger, HttpMethod.DELETE, "/api/positions/" + position, "");
        }
        assertThat(get("/margin/" + theirs).replaceFirst(TIME, "") + get("/positions/" + theirs))
                .isEqualTo(before);
        anonymous().get().uri("/margin/" + theirs).exchange().expectStatus().isUnauthorized();
    }

    private static void refused(RestTestClient client, HttpMethod method, String path, String json) {
        client.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
