package io.riskwatch.portfolio.client;

import static io.riskwatch.portfolio.Ledgers.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.organisation.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Who of an organisation sees which client and may do what with it, and what the audit trail keeps of that. */
class ClientGrantIT extends PortfolioServiceIT {

    private TestCaller owner;
    private TestCaller viewer;
    private Ledgers owners;
    private RestTestClient http;
    private Ledgers viewers;
    private String client;
    private String portfolio;
    private long number;

    @BeforeEach
    void aClientAndAColleagueWhoSeesNothing() {
        owner = callers.inNewOrganisation();
        viewer = callers.colleagueOf(owner, "Vera", Role.VIEWER);
        owners = new Ledgers(http(owner));
        http = http(viewer);
        viewers = new Ledgers(http);
        var made = body(owners.post("/api/v1/clients", "{\"name\":\"Ada\",\"loan\":\"5\"}")
                .expectStatus()
                .isCreated());
        number = made.get("number").longValue();
        client = "/api/v1/clients/" + made.get("id").stringValue();
        portfolio = "/api/v1/portfolios/" + made.get("portfolioId").stringValue();
        owners.post(client + "/positions", "{\"symbol\":\"ORBX\",\"quantity\":\"2\"}")
                .expectStatus()
                .isCreated();
    }

    private void grant(String scope) {
        owners.put(client + "/grants/" + viewer.userId(), "{\"scope\":\"%s\"}".formatted(scope))
                .expectStatus()
                .isOk();
    }

    private RestTestClient.ResponseSpec patch(String json) {
        return http.patch()
                .uri(client)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    private List<String> reads() {
        return List.of(
                client,
                client + "/positions",
                portfolio,
                portfolio + "/transactions",
                portfolio + "/holdings",
                portfolio + "/accounts",
                portfolio + "/valuation");
    }

    private List<String> trail() {
        return owners.get(client + "/events")
                .get("items")
                .valueStream()
                .map(event -> event.get("kind").stringValue())
                .toList();
    }

    @Test
    void withoutAGrantTheClientAndItsAccountDoNotExist() {
        for (var uri : reads()) {
            http.get().uri(uri).exchange().expectStatus().isNotFound();
        }
        patch("{\"notes\":\"n\"}").expectStatus().isNotFound();
        viewers.post(client + "/positions", "{\"symbol\":\"ORBX\",\"quantity\":\"1\"}")
                .expectStatus()
                .isNotFound();
        viewers.post(portfolio + "/transactions", deposit()).expectStatus().isNotFound();
        http.delete().uri(client).exchange().expectStatus().isNotFound();
        http.get().uri(client + "/grants").exchange().expectStatus().isNotFound();
        http.get().uri(client + "/events").exchange().expectStatus().isNotFound();
        assertThat(viewers.get("/api/v1/clients").get("items")).isEmpty();
        assertThat(viewers.get("/api/v1/search?q=Ada").toString()).doesNotContain("Ada");
        assertThat(viewers.get("/api/v1/search?q=ORBX").toString()).doesNotContain("HOLDING");
        http.get().uri("/api/v1/export").exchange().expectStatus().isForbidden();
        assertThat(trail()).containsExactly("POSITION_ADDED", "CREATED");
    }

    @Test
    void anAnalysisOfTheAccountIsSeenByWhoeverSeesTheClient() {
        var asked = body(owners.post(
                        "/api/v1/analyses",
                        "{\"kind\":\"risk\",\"portfolioId\":\"%s\"}"
                                .formatted(portfolio.substring("/api/v1/portfolios/".length())))
                .expectStatus()
                .isAccepted());
        var analysis = "/api/v1/analyses/" + asked.get("id").stringValue();

        http.get().uri(analysis).exchange().expectStatus().isNotFound();
        http.delete().uri(analysis).exchange().expectStatus().isNotFound();
        assertThat(viewers.get("/api/v1/analyses").get("items")).isEmpty();
        grant("READ");
        viewers.get(analysis);
        assertThat(viewers.get("/api/v1/analyses").get("items")).hasSize(1);
    }

    @Test
    void whoMayReadChangesNothing() {
        grant("READ");

        for (var uri : reads()) {
            http.get().uri(uri).exchange().expectStatus().isOk();
        }
        assertThat(viewers.get("/api/v1/clients").get("items")).hasSize(1);
        assertThat(viewers.get("/api/v1/search?q=Ada").toString()).contains("Ada");
        patch("{\"notes\":\"n\"}").expectStatus().isForbidden();
        patch("{\"loan\":\"1\"}").expectStatus().isForbidden();
        viewers.post(client + "/positions", "{\"symbol\":\"ORBX\",\"quantity\":\"1\"}")
                .expectStatus()
                .isForbidden();
        viewers.post(portfolio + "/transactions", deposit()).expectStatus().isForbidden();
        viewers.put(portfolio, "{\"name\":\"Mine\",\"baseCurrency\":\"USD\"}")
                .expectStatus()
                .isForbidden();
        http.delete().uri(client).exchange().expectStatus().isForbidden();
        http.get().uri(client + "/grants").exchange().expectStatus().isForbidden();
        http.get().uri(client + "/events").exchange().expectStatus().isForbidden();
        viewers.post("/api/v1/clients", "{\"name\":\"Mine\"}").expectStatus().isForbidden();
    }

    @Test
    void whoMayCommentWritesNotesAndWhoMayTradeBooks() {
        grant("COMMENT");
        patch("{\"notes\":\"called\"}").expectStatus().isOk();
        patch("{\"loan\":\"1\"}").expectStatus().isForbidden();

        grant("TRADE");
        patch("{\"loan\":\"1\"}").expectStatus().isOk();
        viewers.post(client + "/positions", "{\"symbol\":\"ORBX\",\"quantity\":\"1\"}")
                .expectStatus()
                .isCreated();
        viewers.post(portfolio + "/transactions", deposit()).expectStatus().isCreated();
        http.delete().uri(client).exchange().expectStatus().isForbidden();

        http(owner)
                .delete()
                .uri(client + "/grants/" + viewer.userId())
                .exchange()
                .expectStatus()
                .isNoContent();
        http.get().uri(client).exchange().expectStatus().isNotFound();
        http(owner)
                .delete()
                .uri(client + "/grants/" + viewer.userId())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void advisersSeeAllAndOnlyMembersAreGranted() {
        var adviser = callers.colleagueOf(owner, "Anna", Role.ADVISER);
        new Ledgers(http(adviser)).get(client);
        var grants = owners.get(client + "/grants").get("items");
        assertThat(grants).isEmpty();

        var stranger = callers.inNewOrganisation();
        owners.put(client + "/grants/" + stranger.userId(), "{\"scope\":\"READ\"}")
                .expectStatus()
                .isEqualTo(422);
        grant("READ");
        var granted = owners.get(client + "/grants").get("items").get(0);
        assertThat(granted.get("userName").stringValue()).isEqualTo("Vera");
        assertThat(granted.get("scope").stringValue()).isEqualTo("READ");
    }

    @Test
    void theTrailTellsWhoReadAndWhoChangedWhat() {
        grant("COMMENT");
        owners.get(client);
        viewers.get(client);
        viewers.get("/api/v1/clients");
        viewers.get(client + "/positions");
        patch("{\"notes\":\"called\"}").expectStatus().isOk();

        assertThat(trail()).containsExactly("CHANGED", "READ", "READ", "READ", "GRANTED", "POSITION_ADDED", "CREATED");
        JsonNode changed = owners.get(client + "/events?limit=1").get("items").get(0);
        assertThat(changed.get("userId").stringValue())
                .isEqualTo(viewer.userId().toString());
        assertThat(changed.get("userName").stringValue()).isEqualTo("Vera");
        assertThat(changed.get("before").has("notes")).isFalse();
        assertThat(changed.get("after").get("notes").stringValue()).isEqualTo("called");
        assertThat(changed.get("after").get("loan").decimalValue()).isEqualByComparingTo("5");
        assertThat(number).isPositive();
    }

    private static String deposit() {
        return "{\"date\":\"2026-01-05\",\"type\":\"DEPOSIT\",\"currency\":\"USD\",\"amount\":\"1\"}";
    }
}
