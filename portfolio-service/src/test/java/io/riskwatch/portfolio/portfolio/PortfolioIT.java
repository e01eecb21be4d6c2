package io.riskwatch.portfolio.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class PortfolioIT extends PortfolioServiceIT {

    @Test
    void aPortfolioIsMadeReadChangedAndDeleted() {
        var client = http(callers.inNewOrganisation());
        var ledgers = new Ledgers(client);
        var id = ledgers.newPortfolio();

        var read = client.get()
                .uri("/api/v1/portfolios/" + id)
                .exchange()
                .expectStatus()
                .isOk();
        var etag = read.returnResult(String.class).getResponseHeaders().getETag();
        assertThat(etag).isNotNull();

        client.put()
                .uri("/api/v1/portfolios/" + id)
                .header("If-Match", etag)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\":\" Retirement \",\"baseCurrency\":\"EUR\"}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Retirement")
                .jsonPath("$.baseCurrency")
                .isEqualTo("EUR");

        client.delete()
                .uri("/api/v1/portfolios/" + id)
                .exchange()
                .expectStatus()
                .isNoContent();
        client.get().uri("/api/v1/portfolios/" + id).exchange().expectStatus().isNotFound();
    }

    @Test
    void whoReadAnOlderVersionDoesNotOverwriteTheNewerOne() {
        var client = http(callers.inNewOrganisation());
        var ledgers = new Ledgers(client);
        var id = ledgers.newPortfolio();
        ledgers.put("/api/v1/portfolios/" + id, "{\"name\":\"First\",\"baseCurrency\":\"USD\"}")
                .expectStatus()
                .isOk();

        client.put()
                .uri("/api/v1/portfolios/" + id)
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\":\"Second\",\"baseCurrency\":\"USD\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(412);

        assertThat(ledgers.get("/api/v1/portfolios/" + id).get("name").stringValue())
                .isEqualTo("First");
    }

    @Test
    void thePagesOfAListShowEveryPortfolioOnce() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));
        var made = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            made.add(ledgers.newPortfolio());
        }

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = ledgers.get("/api/v1/portfolios?limit=1&cursor=" + cursor);
            page.get("items").forEach(item -> seen.add(item.get("id").stringValue()));
            cursor = page.hasNonNull("nextCursor") ? page.get("nextCursor").stringValue() : "";
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyElementsOf(made);
    }

    @Test
    void oneMoreThanThePlanAllowsIsRefusedNamingTheLimit() {
        var ledgers = new Ledgers(http(callers.inNewOrganisation()));
        for (var i = 0; i < 3; i++) {
            ledgers.newPortfolio();
        }

        ledgers.post("/api/v1/portfolios", "{\"name\":\"A fourth\",\"baseCurrency\":\"USD\"}")
                .expectStatus()
                .isEqualTo(402)
                .expectBody()
                .jsonPath("$.limit")
                .isEqualTo("portfolios");
        assertThat(ledgers.get("/api/v1/portfolios").get("items")).hasSize(3);
    }

    @Test
    void theSameKeyMakesOnePortfolio() {
        var client = http(callers.inNewOrganisation());
        for (var i = 0; i < 2; i++) {
            client.post()
                    .uri("/api/v1/portfolios")
                    .header("Idempotency-Key", "one")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body("{\"name\":\"Mine\",\"baseCurrency\":\"USD\"}")
                    .exchange()
                    .expectStatus()
                    .isCreated();
        }

        assertThat(new Ledgers(client).get("/api/v1/portfolios").get("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"\",\"baseCurrency\":\"USD\"}|name",
                "{\"name\":\"a\\u0007b\",\"baseCurrency\":\"USD\"}|name",
                "{\"name\":\"Mine\",\"baseCurrency\":\"usd\"}|baseCurrency",
                "{\"name\":\"Mine\",\"baseCurrency\":\"QQQ\"}|baseCurrency",
                "{\"name\":\"Mine\",\"baseCurrency\":\"USD\",\"organisationId\":\"x\"}|organisationId",
            })
    void whatIsNoPortfolioIsRefusedByItsField(String bodyAndField) {
        var parts = bodyAndField.split("\\|");

        new Ledgers(http(callers.inNewOrganisation()))
                .post("/api/v1/portfolios", parts[0])
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(parts[1]);
    }

    @Test
    void aForeignCursorIsRefused() {
        http(callers.inNewOrganisation())
                .get()
                .uri("/api/v1/portfolios?cursor=abc")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("cursor");
    }
}
