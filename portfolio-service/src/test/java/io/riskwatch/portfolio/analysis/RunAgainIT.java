package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.TestCaller;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

class RunAgainIT extends AnalysisTestBase {

    @Test
    void aPortfolioIsAskedAboutAsItIsHeldNowWithTheSameParameters() {
        TestCaller caller = callers.inNewOrganisation();
        Ledgers ledgers = new Ledgers(http(caller));
        String portfolio = ledgers.newPortfolio("USD");
        ledgers.record(
                        portfolio,
                        "{\"date\":\"2025-01-02\",\"type\":\"TRANSFER_IN\",\"symbol\":\"ORBX\","
                                + "\"quantity\":\"12.5\",\"price\":\"100\",\"currency\":\"USD\"}")
                .expectStatus()
                .isCreated();
        UUID first = ask(
                caller,
                "{\"kind\":\"risk\",\"portfolioId\":\"" + portfolio
                        + "\",\"baseCurrency\":\"EUR\",\"value\":5000,\"parameters\":{\"confidence\":0.9}}");
        JsonNode then = worker.takeJob();
        ledgers.record(
                        portfolio,
                        "{\"date\":\"2025-01-03\",\"type\":\"SELL\",\"symbol\":\"ORBX\","
                                + "\"quantity\":\"2.5\",\"price\":\"100\",\"currency\":\"USD\"}")
                .expectStatus()
                .isCreated();

        JsonNode asked = body(again(caller, first).expectStatus().isAccepted());
        JsonNode now = worker.takeJob();

        assertThat(asked.path("portfolioId").stringValue()).isEqualTo(portfolio);
        assertThat(asked.has("recomputes")).isFalse();
        assertThat(now.path("analysisId")).isEqualTo(asked.path("id")).isNotEqualTo(then.path("analysisId"));
        assertThat(new BigDecimal(now.path("holdings").path(0).path("quantity").stringValue()))
                .isEqualByComparingTo("10");
        for (String kept : new String[] {"kind", "baseCurrency", "value", "parameters"}) {
            assertThat(now.path(kept)).as(kept).isEqualTo(then.path(kept));
        }
        assertThat(now.has("window")).isFalse();
    }

    @Test
    void holdingsThatWereGivenAreThoseOfThen() {
        TestCaller caller = callers.inNewOrganisation();
        UUID first = ask(caller, SMALL);
        JsonNode then = worker.takeJob();

        again(caller, first).expectStatus().isAccepted();
        JsonNode now = worker.takeJob();

        assertThat(now.path("data")).isEqualTo(then.path("data"));
        assertThat(now.path("weights")).isEqualTo(then.path("weights"));
    }

    /** As when the database dies between the analysis and the memory of its answer. */
    @Test
    void theSameKeyIsTheSameAnalysisEvenWhenItsFirstAnswerIsForgotten() {
        TestCaller caller = callers.inNewOrganisation();
        UUID first = ask(caller, SMALL);
        String key = UUID.randomUUID().toString();
        String again = "/api/v1/analyses/" + first + "/run-again";

        String asked = body(withKey(caller, again, key)).path("id").stringValue();
        jdbc.sql("delete from idempotency_key where key = ?").param(key).update();

        assertThat(body(withKey(caller, again, key)).path("id").stringValue()).isEqualTo(asked);
        assertThat(body(withKey(caller, again, key + "2")).path("id").stringValue())
                .isNotEqualTo(asked);
        assertThat(body(again(caller, first)).path("id").stringValue()).isNotEqualTo(asked);
    }

    private RestTestClient.ResponseSpec withKey(TestCaller caller, String path, String key) {
        return http(caller)
                .post()
                .uri(path)
                .header("Idempotency-Key", key)
                .exchange()
                .expectStatus()
                .isAccepted();
    }

    @Test
    void anotherOrganisationsAnalysisIsNotFound() {
        UUID theirs = ask(callers.inNewOrganisation());

        again(callers.inNewOrganisation(), theirs).expectStatus().isNotFound();
    }

    private RestTestClient.ResponseSpec again(TestCaller caller, UUID id) {
        return http(caller)
                .post()
                .uri("/api/v1/analyses/" + id + "/run-again")
                .contentType(MediaType.APPLICATION_JSON)
                .exchange();
    }

    private static JsonNode body(RestTestClient.ResponseSpec response) {
        return WorkerStandIn.JSON.readTree(response.expectBody().returnResult().getResponseBody());
    }
}
