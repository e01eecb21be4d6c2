package io.riskwatch.portfolio.client;

import static io.riskwatch.portfolio.Ledgers.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.FakeMarketdata;
import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** A client's positions over HTTP are holdings of the ledger. */
class ClientPositionIT extends PortfolioServiceIT {

    private TestCaller adviser;
    private RestTestClient http;
    private Ledgers ledgers;
    private String client;
    private String portfolio;

    @BeforeEach
    void aClient() {
        adviser = callers.inNewOrganisation();
        http = http(adviser);
        ledgers = new Ledgers(http);
        var made = body(ledgers.post("/api/v1/clients", "{\"name\":\"Ada\"}")
                .expectStatus()
                .isCreated());
        client = "/api/v1/clients/" + made.get("id").stringValue();
        portfolio = "/api/v1/portfolios/" + made.get("portfolioId").stringValue();
    }

    private JsonNode added(String symbol, String quantity, String cost) {
        return body(ledgers.post(
                        client + "/positions",
                        "{\"symbol\":\"%s\",\"quantity\":\"%s\",\"averageCost\":\"%s\"}"
                                .formatted(symbol, quantity, cost))
                .expectStatus()
                .isCreated());
    }

    private String uri(JsonNode position) {
        return client + "/positions/" + position.get("number").longValue();
    }

    private JsonNode transactions() {
        return ledgers.get(portfolio + "/transactions").get("items");
    }

    @Test
    void aPositionIsBookedInAtItsCost() {
        var position = added("orbx", "1.5", "100.25");

        assertThat(position.get("symbol").stringValue()).isEqualTo("ORBX");
        assertThat(position.get("quantity").stringValue()).isEqualTo("1.5");
        assertThat(position.get("averageCost").stringValue()).isEqualTo("100.25");
        assertThat(position.get("costBasis").stringValue()).isEqualTo("150.375");
        assertThat(position.get("price").stringValue()).isEqualTo("120.5");
        assertThat(position.get("marketValue").stringValue()).isEqualTo("180.75");
        assertThat(position.get("stale").booleanValue()).isFalse();
        assertThat(transactions()).hasSize(1);
        assertThat(transactions().get(0).get("type").stringValue()).isEqualTo("TRANSFER_IN");
        assertThat(ledgers.get(portfolio + "/holdings").get("cash")).isEmpty();
        assertThat(ledgers.get(uri(position))).isEqualTo(position);
    }

    @Test
    void moreOfASymbolJoinsWhatIsHeldUnderItsNumber() {
        var first = added("ORBX", "1", "100");
        var second = added("ORBX", "3", "200");

        assertThat(second.get("number")).isEqualTo(first.get("number"));
        assertThat(second.get("quantity").stringValue()).isEqualTo("4");
        assertThat(second.get("averageCost").stringValue()).isEqualTo("175");
    }

    @Test
    void whatTheAccountBuysIsAPositionToo() {
        ledgers.post(
                        portfolio + "/transactions",
                        "{\"date\":\"2026-01-05\",\"type\":\"BUY\",\"symbol\":\"RHNE\",\"quantity\":\"2\",\"price\":\"150\"}")
                .expectStatus()
                .isCreated();
        added("ORBX", "1", "100");

        var items = ledgers.get(client + "/positions").get("items");
        assertThat(items.valueStream().map(item -> item.get("symbol").stringValue()))
                .containsExactly("ORBX", "RHNE");
        assertThat(items.get(1).get("currency").stringValue()).isEqualTo("EUR");
        assertThat(items.get(1).get("marketValue").stringValue()).isEqualTo("440.00");
        var page = ledgers.get(client + "/positions?limit=1");
        assertThat(ledgers.get(client + "/positions?limit=1&cursor="
                                + page.get("nextCursor").stringValue())
                        .get("items")
                        .get(0))
                .isEqualTo(items.get(1));
    }

    @Test
    void sayingAnotherQuantityBooksOutAndInAnew() {
        var position = added("ORBX", "10", "100");
        added("ORBX", "10", "120");

        var changed = body(ledgers.put(uri(position), "{\"quantity\":\"5\"}")
                .expectStatus()
                .isOk());
        assertThat(changed.get("quantity").stringValue()).isEqualTo("5");
        assertThat(changed.get("averageCost").stringValue()).isEqualTo("110");
        changed = body(ledgers.put(uri(position), "{\"quantity\":\"5\",\"averageCost\":\"90\"}")
                .expectStatus()
                .isOk());
        assertThat(changed.get("costBasis").stringValue()).isEqualTo("450");
        assertThat(transactions()).hasSize(6);
        for (var method : List.of("FIFO", "LIFO", "HIFO")) {
            assertThat(ledgers.get(portfolio + "/holdings?lotMethod=" + method)
                            .get("holdings")
                            .get(0)
                            .get("costBasis")
                            .stringValue())
                    .as(method)
                    .isEqualTo("450");
        }
        ledgers.put(uri(position), "{\"quantity\":\"5\",\"averageCost\":\"90\"}")
                .expectStatus()
                .isOk();
        assertThat(transactions()).as("what changes nothing books nothing").hasSize(6);
    }

    @Test
    void aPositionThatIsBookedOutIsGoneAndItsNumberComesBackWithIt() {
        var position = added("ORBX", "10", "100");
        http.delete().uri(uri(position)).exchange().expectStatus().isNoContent();

        http.get().uri(uri(position)).exchange().expectStatus().isNotFound();
        http.delete().uri(uri(position)).exchange().expectStatus().isNotFound();
        ledgers.put(uri(position), "{\"quantity\":\"1\"}").expectStatus().isNotFound();
        assertThat(ledgers.get(client + "/positions").get("items")).isEmpty();
        assertThat(added("ORBX", "1", "1").get("number")).isEqualTo(position.get("number"));
    }

    @Test
    void whoReadAnOlderStateChangesNothing() {
        var position = added("ORBX", "10", "100");
        var etag = http.get()
                .uri(uri(position))
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();
        added("ORBX", "1", "100");

        for (var expected : List.of(etag == null ? "" : etag, "\"nothing\"")) {
            http.put()
                    .uri(uri(position))
                    .header("If-Match", expected)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body("{\"quantity\":\"1\"}")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(412);
            http.delete()
                    .uri(uri(position))
                    .header("If-Match", expected)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(412);
        }
        assertThat(ledgers.get(uri(position)).get("quantity").stringValue()).isEqualTo("11");
    }

    private void refused(String json, int status, String field) {
        var problem =
                body(ledgers.post(client + "/positions", json).expectStatus().isEqualTo(status));
        assertThat(problem.get("errors").get(0).get("field").stringValue()).isEqualTo(field);
    }

    @Test
    void whatCannotBeIsRefusedByItsField() {
        refused("{\"symbol\":\"NOSUCH\",\"quantity\":\"1\"}", 422, "symbol");
        refused("{\"symbol\":\"ORBX\",\"quantity\":\"0\"}", 422, "quantity");
        refused("{\"symbol\":\"ORBX\",\"quantity\":\"0.00000000001\"}", 422, "quantity");
        refused("{\"symbol\":\"ORBX\"}", 400, "quantity");
        refused("{\"symbol\":\"ORBX\",\"quantity\":\"1\",\"averageCost\":\"-1\"}", 422, "averageCost");
        refused("{\"symbol\":\"ORBX\",\"quantity\":\"1\",\"currency\":\"XXA\"}", 422, "currency");
        refused("{\"symbol\":\"ORBX\",\"quantity\":\"1\",\"date\":\"2999-01-01\"}", 422, "date");
        http.get()
                .uri(client + "/positions/999999999")
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(transactions()).isEmpty();
    }

    @Test
    void aPositionOfAnotherClientIsNotFound() {
        var position = added("ORBX", "1", "1");
        var other = body(ledgers.post("/api/v1/clients", "{\"name\":\"Eve\"}")
                        .expectStatus()
                        .isCreated())
                .get("id")
                .stringValue();

        http.get()
                .uri("/api/v1/clients/" + other + "/positions/"
                        + position.get("number").longValue())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void whatWasSoldShortIsClosedByABuyAndNotHere() {
        var account = ledgers.get(portfolio + "/accounts")
                .get("items")
                .get(0)
                .get("id")
                .stringValue();
        ledgers.put(
                        portfolio + "/accounts/" + account,
                        "{\"name\":\"Margin\",\"kind\":\"MARGIN\",\"shortsAllowed\":true}")
                .expectStatus()
                .isOk();
        ledgers.post(
                        portfolio + "/transactions",
                        "{\"date\":\"2026-01-05\",\"type\":\"SELL\",\"symbol\":\"ORBX\",\"quantity\":\"2\",\"price\":\"150\"}")
                .expectStatus()
                .isCreated();
        var position = ledgers.get(client + "/positions").get("items").get(0);
        assertThat(position.get("quantity").stringValue()).isEqualTo("-2");

        ledgers.put(uri(position), "{\"quantity\":\"1\"}").expectStatus().isEqualTo(422);
        http.delete().uri(uri(position)).exchange().expectStatus().isEqualTo(422);
    }

    @Test
    void withoutTheMarketASymbolCannotBeChecked() {
        FakeMarketdata.goAway(adviser);

        ledgers.post(client + "/positions", "{\"symbol\":\"QNTL\",\"quantity\":\"1\"}")
                .expectStatus()
                .isEqualTo(503);
    }
}
