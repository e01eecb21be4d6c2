package io.riskwatch.portfolio.client;

import static io.riskwatch.portfolio.Ledgers.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Clients over HTTP: what they are, how they change, and what is refused. */
class ClientIT extends PortfolioServiceIT {

    private static final String CLIENTS = "/api/v1/clients";

    private TestCaller adviser;
    private RestTestClient http;
    private Ledgers ledgers;

    @BeforeEach
    void anAdviser() {
        adviser = callers.inNewOrganisation();
        http = http(adviser);
        ledgers = new Ledgers(http);
    }

    private JsonNode added(String json) {
        return body(ledgers.post(CLIENTS, json).expectStatus().isCreated());
    }

    private String named(String name) {
        return CLIENTS + "/"
                + added("{\"name\":\"%s\"}".formatted(name)).get("id").stringValue();
    }

    private RestTestClient.ResponseSpec patch(String uri, String json) {
        return http.patch()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    private static String field(RestTestClient.ResponseSpec refused) {
        return body(refused).get("errors").get(0).get("field").stringValue();
    }

    @Test
    void aClientOwnsOneMarginAccountWhichIsAPortfolio() {
        var client = added("{\"name\":\" Ada Lovelace \",\"loan\":\"1000.50\",\"notes\":\"calls on Mondays\"}");

        assertThat(client.get("name").stringValue()).isEqualTo("Ada Lovelace");
        assertThat(client.get("loan").stringValue()).isEqualTo("1000.50");
        assertThat(client.get("currency").stringValue()).isEqualTo("USD");
        assertThat(client.get("number").isIntegralNumber()).isTrue();
        var portfolio = "/api/v1/portfolios/" + client.get("portfolioId").stringValue();
        assertThat(ledgers.get(portfolio).get("name").stringValue()).isEqualTo("Ada Lovelace");
        var accounts = ledgers.get(portfolio + "/accounts").get("items");
        assertThat(accounts).hasSize(1);
        assertThat(accounts.get(0).get("kind").stringValue()).isEqualTo("MARGIN");
        assertThat(ledgers.get("/api/v1/portfolios").get("items"))
                .as("a client's account is listed with its client")
                .isEmpty();
        assertThat(ledgers.get(CLIENTS).get("items").get(0).get("id")).isEqualTo(client.get("id"));
    }

    @Test
    void aLongNameIsCutInThePortfolioAlone() {
        var name = "x".repeat(119) + "𝄞".repeat(68);
        assertThat(name).hasSize(255);
        var client = added("{\"name\":\"%s\"}".formatted(name));

        assertThat(client.get("name").stringValue()).isEqualTo(name);
        assertThat(ledgers.get("/api/v1/portfolios/" + client.get("portfolioId").stringValue())
                        .get("name")
                        .stringValue())
                .isEqualTo("x".repeat(119));
    }

    @Test
    void whatCannotBeIsRefusedByItsField() {
        assertThat(field(
                        ledgers.post(CLIENTS, "{\"name\":\" \"}").expectStatus().isBadRequest()))
                .isEqualTo("name");
        assertThat(field(ledgers.post(CLIENTS, "{\"name\":\"%s\"}".formatted("x".repeat(256)))
                        .expectStatus()
                        .isBadRequest()))
                .isEqualTo("name");
        for (var loan : List.of("-0.01", "1.001", "1000000000000000000")) {
            assertThat(field(ledgers.post(CLIENTS, "{\"name\":\"A\",\"loan\":\"%s\"}".formatted(loan))
                            .expectStatus()
                            .isEqualTo(422)))
                    .as(loan)
                    .isEqualTo("loan");
        }
        assertThat(field(ledgers.post(CLIENTS, "{\"name\":\"A\",\"currency\":\"XXA\"}")
                        .expectStatus()
                        .isBadRequest()))
                .isEqualTo("currency");
        assertThat(field(ledgers.put(named("B"), "{\"name\":\"B\",\"currency\":\"EUR\"}")
                        .expectStatus()
                        .isEqualTo(422)))
                .isEqualTo("currency");
        ledgers.post(CLIENTS, "{\"name\":\"A\",\"id\":\"1\"}").expectStatus().isBadRequest();
        http.get()
                .uri(CLIENTS + "/" + UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aPutSaysAllAnewAndAPatchOnlyWhatItNames() {
        var client = CLIENTS + "/"
                + added("{\"name\":\"Ada\",\"loan\":\"10\",\"notes\":\"n\"}")
                        .get("id")
                        .stringValue();

        var patched = body(patch(client, "{\"loan\":\"20\"}").expectStatus().isOk());
        assertThat(patched.get("loan").stringValue()).isEqualTo("20.00");
        assertThat(patched.get("notes").stringValue()).isEqualTo("n");
        patched = body(patch(client, "{\"loan\":null}").expectStatus().isOk());
        assertThat(patched.has("loan")).isFalse();
        assertThat(patched.get("notes").stringValue()).isEqualTo("n");
        assertThat(field(patch(client, "{\"name\":\"\"}").expectStatus().isBadRequest()))
                .isEqualTo("name");
        assertThat(field(patch(client, "{\"loan\":\"much\"}").expectStatus().isBadRequest()))
                .isEqualTo("loan");
        assertThat(field(patch(client, "{\"number\":1}").expectStatus().isBadRequest()))
                .isEqualTo("number");

        var put = body(
                ledgers.put(client, "{\"name\":\"Ada King\"}").expectStatus().isOk());
        assertThat(put.has("notes")).isFalse();
        assertThat(ledgers.get("/api/v1/portfolios/" + put.get("portfolioId").stringValue())
                        .get("name")
                        .stringValue())
                .as("the portfolio follows its client's name")
                .isEqualTo("Ada King");
    }

    @Test
    void whoReadAnOlderVersionChangesNothing() {
        var client = named("Ada");
        ledgers.put(client, "{\"name\":\"Ada\",\"loan\":\"5\"}").expectStatus().isOk();

        http.put()
                .uri(client)
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\":\"Eve\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        http.delete()
                .uri(client)
                .header("If-Match", "\"0\"")
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        assertThat(ledgers.get(client).get("loan").stringValue()).isEqualTo("5.00");
    }

    @Test
    void theSameRequestTwiceMakesOneClient() {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 2; i++) {
            ids.add(body(http.post()
                            .uri(CLIENTS)
                            .header("Idempotency-Key", "one-client")
                            .contentType(MediaType.APPLICATION_JSON)
                            .body("{\"name\":\"Ada\"}")
                            .exchange()
                            .expectStatus()
                            .isCreated())
                    .get("id")
                    .stringValue());
        }
        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
        assertThat(ledgers.get(CLIENTS).get("items")).hasSize(1);
    }

    @Test
    void theListIsPagedByNameAndSearched() {
        freePlanOf(3, "beta|1", "Alpha", "ALPHABET");

        var first = ledgers.get(CLIENTS + "?limit=2");
        assertThat(first.get("items").valueStream().map(item -> item.get("name").stringValue()))
                .containsExactly("Alpha", "ALPHABET");
        var second = ledgers.get(
                CLIENTS + "?limit=2&cursor=" + first.get("nextCursor").stringValue());
        assertThat(second.get("items")
                        .valueStream()
                        .map(item -> item.get("name").stringValue()))
                .containsExactly("beta|1");
        assertThat(second.has("nextCursor")).isFalse();

        assertThat(ledgers.get(CLIENTS + "?q=alpha").get("items")).hasSize(2);
        var number = second.get("items").get(0).get("number").longValue();
        assertThat(ledgers.get(CLIENTS + "?q=" + number).get("items")).hasSize(1);
        assertThat(ledgers.get(CLIENTS + "?q=%25").get("items")).isEmpty();
        http.get().uri(CLIENTS + "?cursor=nonsense").exchange().expectStatus().isBadRequest();
    }

    private void freePlanOf(int most, String... names) {
        assertThat(names).hasSizeLessThanOrEqualTo(most);
        for (var name : names) {
            named(name);
        }
    }

    @Test
    void anAccountMoreThanThePlanAllowsIsRefusedAndLeavesNothing() {
        freePlanOf(3, "A", "B", "C");

        var problem =
                body(ledgers.post(CLIENTS, "{\"name\":\"D\"}").expectStatus().isEqualTo(402));
        assertThat(problem.get("limit").stringValue()).isEqualTo("portfolios");
        assertThat(ledgers.get(CLIENTS).get("items")).hasSize(3);
    }

    @Test
    void aClientGoesWithItsAccountAndTheAccountNotWithoutTheClient() {
        var client = added("{\"name\":\"Ada\"}");
        var uri = CLIENTS + "/" + client.get("id").stringValue();
        var portfolio = "/api/v1/portfolios/" + client.get("portfolioId").stringValue();
        ledgers.post(uri + "/positions", "{\"symbol\":\"ORBX\",\"quantity\":\"2\"}")
                .expectStatus()
                .isCreated();

        http.delete().uri(portfolio).exchange().expectStatus().isEqualTo(409);
        http.delete().uri(uri).exchange().expectStatus().isNoContent();
        http.get().uri(uri).exchange().expectStatus().isNotFound();
        http.get().uri(portfolio).exchange().expectStatus().isNotFound();
        http.delete().uri(uri).exchange().expectStatus().isNotFound();
        var trail = ledgers.get(uri + "/events").get("items");
        assertThat(trail.get(0).get("kind").stringValue()).isEqualTo("DELETED");
        assertThat(trail.get(0).get("before").get("name").stringValue()).isEqualTo("Ada");
    }
}
