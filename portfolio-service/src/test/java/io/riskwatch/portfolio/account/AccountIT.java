package io.riskwatch.portfolio.account;

import static io.riskwatch.portfolio.Ledgers.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Accounts over HTTP: what they are, what stands in them, and what is refused. */
class AccountIT extends PortfolioServiceIT {

    private TestCaller caller;
    private RestTestClient client;
    private Ledgers ledgers;
    private String portfolio;
    private String base;

    @BeforeEach
    void aPortfolio() {
        caller = callers.inNewOrganisation();
        client = http(caller);
        ledgers = new Ledgers(client);
        portfolio = ledgers.newPortfolio();
        base = "/api/v1/portfolios/" + portfolio;
    }

    private String added(String name, String kind, boolean shorts) {
        return body(ledgers.post(
                                base + "/accounts",
                                "{\"name\":\"%s\",\"kind\":\"%s\",\"shortsAllowed\":%s}".formatted(name, kind, shorts))
                        .expectStatus()
                        .isCreated())
                .get("id")
                .stringValue();
    }

    private String standard() {
        return ledgers.get(base + "/accounts").get("items").get(0).get("id").stringValue();
    }

    private JsonNode recorded(String json) {
        return body(ledgers.record(portfolio, json).expectStatus().isCreated());
    }

    private void refused(RestTestClient.ResponseSpec answer, String field) {
        var problem = body(answer.expectStatus().isEqualTo(422));
        assertThat(problem.get("errors").get(0).get("field").stringValue()).isEqualTo(field);
    }

    private static String buy(String units, String account) {
        return """
                {"date":"2026-01-05","type":"BUY","symbol":"ORBX","quantity":"%s","price":"10","accountId":"%s"}""".formatted(units, account);
    }

    private static String transfer(String units, String from, String to) {
        return """
                {"date":"2026-02-05","type":"TRANSFER","symbol":"ORBX","quantity":"%s","accountId":"%s","toAccountId":"%s"}""".formatted(units, from, to);
    }

    @Test
    void aPortfolioHasOneAccountFromItsCreationAndMoreWhenAdded() {
        var items = ledgers.get(base + "/accounts").get("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("standard").booleanValue()).isTrue();
        assertThat(items.get(0).get("shortsAllowed").booleanValue()).isFalse();

        var id = added("Broker", "MARGIN", true);
        assertThat(ledgers.get(base + "/accounts/" + id).get("name").stringValue())
                .isEqualTo("Broker");
        assertThat(ledgers.get(base + "/accounts").get("items")).hasSize(2);
    }

    @Test
    void whatCannotBeIsRefusedByItsField() {
        added("Broker", "CASH", false);
        refused(ledgers.post(base + "/accounts", "{\"name\":\"broker\",\"kind\":\"CASH\"}"), "name");
        refused(
                ledgers.post(base + "/accounts", "{\"name\":\"Two\",\"kind\":\"CASH\",\"shortsAllowed\":true}"),
                "shortsAllowed");
        var problem = body(ledgers.post(base + "/accounts", "{\"name\":\"\",\"kind\":\"CASH\"}")
                .expectStatus()
                .isBadRequest());
        assertThat(problem.get("errors").get(0).get("field").stringValue()).isEqualTo("name");
        refused(ledgers.record(portfolio, buy("1", "00000000-0000-0000-0000-000000000001")), "accountId");
        refused(
                ledgers.record(portfolio, transfer("1", standard(), "00000000-0000-0000-0000-000000000001")),
                "toAccountId");
        refused(ledgers.record(portfolio, transfer("1", standard(), standard())), "toAccountId");
        client.get()
                .uri(base + "/accounts/00000000-0000-0000-0000-000000000001")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void whoReadAnOlderVersionChangesNothing() {
        var id = added("Broker", "CASH", false);
        var renamed = "{\"name\":\"Second\",\"kind\":\"CASH\"}";
        var etag = ledgers.put(base + "/accounts/" + id, renamed)
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();
        client.put()
                .uri(base + "/accounts/" + id)
                .header("If-Match", "\"0\"")
                .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                .body(renamed)
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        client.delete()
                .uri(base + "/accounts/" + id)
                .header("If-Match", "\"0\"")
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        client.delete()
                .uri(base + "/accounts/" + id)
                .header("If-Match", etag)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    @Test
    void anAccountWithTransactionsAndTheStandardOneStay() {
        var id = added("Broker", "CASH", false);
        var bought = recorded(buy("5", id)).get("id").stringValue();
        client.delete().uri(base + "/accounts/" + id).exchange().expectStatus().isEqualTo(409);
        client.delete()
                .uri(base + "/accounts/" + standard())
                .exchange()
                .expectStatus()
                .isEqualTo(409);

        client.delete()
                .uri(base + "/transactions/" + bought)
                .exchange()
                .expectStatus()
                .isNoContent();
        client.delete().uri(base + "/accounts/" + id).exchange().expectStatus().isNoContent();
    }

    @Test
    void aTransactionStandsInTheAccountItNamesAndIsListedThere() {
        var broker = added("Broker", "CASH", false);
        var main = standard();
        recorded("{\"date\":\"2026-01-02\",\"type\":\"DEPOSIT\",\"currency\":\"USD\",\"amount\":\"100\"}");
        var bought = recorded(buy("5", broker));
        assertThat(bought.get("accountId").stringValue()).isEqualTo(broker);

        assertThat(ledgers.get(base + "/transactions?accountId=" + main).get("items"))
                .hasSize(1);
        assertThat(ledgers.get(base + "/transactions?accountId=" + broker).get("items"))
                .hasSize(1);
        client.get()
                .uri(base + "/transactions?accountId=00000000-0000-0000-0000-000000000001")
                .exchange()
                .expectStatus()
                .isNotFound();

        // a client that knows no accounts changes nothing of them
        var changed = body(ledgers.put(
                        base + "/transactions/" + bought.get("id").stringValue(),
                        "{\"date\":\"2026-01-05\",\"type\":\"BUY\",\"symbol\":\"ORBX\",\"quantity\":\"6\",\"price\":\"10\"}")
                .expectStatus()
                .isOk());
        assertThat(changed.get("accountId").stringValue()).isEqualTo(broker);
        var history = ledgers.get(base + "/transactions/" + bought.get("id").stringValue() + "/history");
        assertThat(history.get("steps").get(0).get("before").get("accountId").stringValue())
                .isEqualTo(broker);
    }

    @Test
    void anOwnTransferIsOneBookingThatIsTakenBackAsOne() {
        var broker = added("Broker", "CASH", false);
        var main = standard();
        recorded(buy("5", main));
        refused(ledgers.record(portfolio, transfer("6", main, broker)), "quantity");
        var moved = recorded(transfer("5", main, broker));
        assertThat(moved.get("toAccountId").stringValue()).isEqualTo(broker);
        assertThat(ledgers.get(base + "/transactions?accountId=" + broker).get("items"))
                .hasSize(1);
        var sale = "{\"date\":\"2026-03-05\",\"type\":\"SELL\",\"symbol\":\"ORBX\",\"quantity\":\"5\",\"price\":\"12\","
                + "\"accountId\":\"%s\"}";
        refused(ledgers.record(portfolio, sale.formatted(main)), "quantity");
        var sold = recorded(sale.formatted(broker)).get("id").stringValue();

        var at = base + "/transactions/" + moved.get("id").stringValue();
        client.delete().uri(at).exchange().expectStatus().isEqualTo(422);
        client.delete()
                .uri(base + "/transactions/" + sold)
                .exchange()
                .expectStatus()
                .isNoContent();
        client.delete().uri(at).exchange().expectStatus().isNoContent();
        recorded(sale.formatted(main));
    }

    @Test
    void onlyAnAccountThatAllowsItSellsShortAndKeepsAllowingItMeanwhile() {
        var margin = added("Margin", "MARGIN", true);
        var sale = "{\"date\":\"2026-03-05\",\"type\":\"SELL\",\"symbol\":\"ORBX\",\"quantity\":\"5\",\"price\":\"12\","
                + "\"accountId\":\"%s\"}";
        refused(ledgers.record(portfolio, sale.formatted(standard())), "quantity");
        recorded(sale.formatted(margin));

        var held = ledgers.get(base + "/holdings").get("holdings").get(0);
        assertThat(held.get("quantity").stringValue()).isEqualTo("-5");
        assertThat(held.get("costBasis").stringValue()).isEqualTo("-60");
        refused(ledgers.put(base + "/accounts/" + margin, "{\"name\":\"Margin\",\"kind\":\"CASH\"}"), "shortsAllowed");
        assertThat(ledgers.get(base + "/accounts/" + margin)
                        .get("shortsAllowed")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void aFileGoesIntoTheAccountThatIsNamedAndTwoAccountsMaySayTheSame() {
        var broker = added("Broker", "CASH", false);
        var csv = "date,type,symbol,quantity,price,currency,fee,amount,note\n2026-01-05,BUY,ORBX,10,5,USD,,,\n";
        ledgers.imported(portfolio, csv);
        var file = csv.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var preview = body(ledgers.upload(portfolio, file, "?accountId=" + broker)
                .expectStatus()
                .isCreated());
        assertThat(preview.get("counts").get("NEW").intValue()).isEqualTo(1);
        assertThat(preview.get("rows")
                        .get(0)
                        .get("transaction")
                        .get("accountId")
                        .stringValue())
                .isEqualTo(broker);
        ledgers.post(base + "/imports/" + preview.get("importId").stringValue() + "/commit", "")
                .expectStatus()
                .isOk();
        assertThat(ledgers.get(base + "/holdings")
                        .get("holdings")
                        .get(0)
                        .get("quantity")
                        .stringValue())
                .isEqualTo("20");

        var again = body(ledgers.upload(portfolio, file, "?accountId=" + broker));
        assertThat(again.get("counts").get("DUPLICATE").intValue()).isEqualTo(1);
        refused(ledgers.upload(portfolio, file, "?accountId=00000000-0000-0000-0000-000000000001"), "accountId");
    }

    @Test
    void anotherOrganisationSeesNone() {
        var id = added("Broker", "CASH", false);
        var stranger = http(callers.inNewOrganisation());
        var theirs = new Ledgers(stranger);
        stranger.get().uri(base + "/accounts").exchange().expectStatus().isNotFound();
        stranger.get().uri(base + "/accounts/" + id).exchange().expectStatus().isNotFound();
        stranger.delete()
                .uri(base + "/accounts/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
        theirs.post(base + "/accounts", "{\"name\":\"X\",\"kind\":\"CASH\"}")
                .expectStatus()
                .isNotFound();
        theirs.put(base + "/accounts/" + id, "{\"name\":\"X\",\"kind\":\"CASH\"}")
                .expectStatus()
                .isNotFound();

        var own = theirs.newPortfolio();
        var elsewhere = body(theirs.record(own, buy("1", id)).expectStatus().isEqualTo(422));
        assertThat(elsewhere.get("errors").get(0).get("field").stringValue()).isEqualTo("accountId");
    }
}
