package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.TestCaller;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** A result is asked for again: the worker gets the same job over the same days, and the two are compared. */
class RecomputationIT extends AnalysisTestBase {

    private static final String HELD = """
        {"kind":"monte-carlo","baseCurrency":"EUR","holdings":[{"symbol":"ORBX","quantity":"0.000000000001"},
         {"symbol":"XWORLD","quantity":12}],"cash":[{"currency":"USD","amount":"-300.10"}],
         "parameters":{"paths":2000,"years":3}}\
        """;

    private static final String REPORT = """
        {"kind":"portfolio-report","holdings":[{"symbol":"ORBX","quantity":"3"},{"symbol":"XWORLD","quantity":"12"}],
         "parameters":{"sections":["RISK","STRESS"],"shocks":[{"name":"Crash","classes":{"EQUITY":-0.2}}]}}\
        """;

    @Autowired
    private MongoTemplate mongo;

    @ParameterizedTest
    @ValueSource(strings = {HELD, REPORT})
    void theSameJobIsSentOverTheDaysOfThen(String question) {
        TestCaller caller = callers.inNewOrganisation();
        UUID first = completed(caller, question, "a1", "c1");
        JsonNode then = sent(first);

        JsonNode asked = body(recompute(caller, first).expectStatus().isAccepted());
        JsonNode job = worker.takeJob();

        assertThat(asked.path("recomputes").stringValue()).isEqualTo(first.toString());
        assertThat(asked.path("id").stringValue()).isNotEqualTo(first.toString());
        assertThat(job.path("analysisId")).isEqualTo(asked.path("id"));
        assertThat(job.path("window").toString()).isEqualTo("{\"from\":\"2021-03-01\",\"to\":\"2026-02-27\"}");
        for (String kept : new String[] {"kind", "baseCurrency", "holdings", "cash", "parameters"}) {
            assertThat(job.path(kept)).as(kept).isEqualTo(then.path(kept));
        }
    }

    /** Inline prices lie in the job itself. */
    @Test
    void ownPricesAreSentAgainToTheLastDigit() {
        TestCaller caller = callers.inNewOrganisation();
        UUID first = completed(caller, SMALL, "a1", "c1");
        JsonNode then = sent(first);

        recompute(caller, first).expectStatus().isAccepted();
        JsonNode job = worker.takeJob();

        assertThat(job.path("data")).isEqualTo(then.path("data"));
        assertThat(job.path("weights")).isEqualTo(then.path("weights"));
        assertThat(job.has("window")).isFalse();
    }

    @Test
    void theComparisonSaysWhetherTheHashIsTheSameAndWhereBothResultsLie() {
        TestCaller caller = callers.inNewOrganisation();
        UUID first = completed(caller, SMALL, "a1", "c1");
        UUID again = id(body(recompute(caller, first).expectStatus().isAccepted()));
        assertThat(comparison(caller, again).has("sameResult")).isFalse();
        store(caller, again, "a1", "c1");
        complete(caller, again, "a1");

        JsonNode comparison = comparison(caller, again);

        assertThat(comparison.path("sameResult").booleanValue()).isTrue();
        assertThat(comparison.path("differences")).isEmpty();
        assertThat(comparison.path("then").path("result").stringValue())
                .isEqualTo("/api/v1/analyses/" + first + "/result");
        assertThat(comparison.path("now").path("result").stringValue())
                .isEqualTo("/api/v1/analyses/" + again + "/result");
    }

    @Test
    void revisedPricesAreNamedAsTheReason() {
        TestCaller caller = callers.inNewOrganisation();
        UUID first = completed(caller, SMALL, "a1", "c1");
        UUID again = id(body(recompute(caller, first).expectStatus().isAccepted()));
        store(caller, again, "a2", "c2");
        complete(caller, again, "a2");

        JsonNode comparison = comparison(caller, again);

        assertThat(comparison.path("sameResult").booleanValue()).isFalse();
        assertThat(comparison.path("differences").size()).isEqualTo(1);
        assertThat(comparison.path("differences").path(0).path("field").stringValue())
                .isEqualTo("inputsHash");
        assertThat(comparison.path("differences").path(0).path("explanation").stringValue())
                .contains("revised");
    }

    @Test
    void anotherResultFromTheSameInputsAndEngineIsCalledADefect() {
        TestCaller caller = callers.inNewOrganisation();
        UUID first = completed(caller, SMALL, "a1", "c1");
        UUID again = id(body(recompute(caller, first).expectStatus().isAccepted()));
        store(caller, again, "a2", "c1");
        complete(caller, again, "a2");

        assertThat(comparison(caller, again)
                        .path("differences")
                        .path(0)
                        .path("explanation")
                        .stringValue())
                .contains("defect");
    }

    @Test
    void onlyAFinishedAnalysisOfOnesOwnIsRecomputedAndOnlyARecomputationIsCompared() {
        TestCaller caller = callers.inNewOrganisation();
        TestCaller stranger = callers.inNewOrganisation();
        UUID queued = ask(caller);
        recompute(caller, queued)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("QUEUED");
        complete(caller, queued, "a1");
        store(caller, queued, "a1", "c1");
        UUID again = id(body(recompute(caller, queued).expectStatus().isAccepted()));

        recompute(stranger, queued).expectStatus().isNotFound();
        for (TestCaller who : new TestCaller[] {stranger, caller}) {
            http(who)
                    .get()
                    .uri("/api/v1/analyses/" + (who == caller ? queued : again) + "/recomputation")
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        assertThat(jdbc.sql("select count(*) from analysis_job")
                        .query(Integer.class)
                        .single())
                .as("jobs that the service's role sees without an organisation")
                .isZero();
    }

    private UUID completed(TestCaller caller, String question, String resultHash, String inputsHash) {
        UUID id = ask(caller, question);
        store(caller, id, resultHash, inputsHash);
        complete(caller, id, resultHash);
        return id;
    }

    /** The job of the first run, taken from the queue. */
    private JsonNode sent(UUID analysis) {
        JsonNode job = worker.takeJob();
        assertThat(job.path("analysisId").stringValue()).isEqualTo(analysis.toString());
        return job;
    }

    private void complete(TestCaller caller, UUID id, String resultHash) {
        worker.say("completed", id, caller.organisationId(), 1, event -> event.put("resultHash", hash(resultHash)));
        awaitState(caller, id, "COMPLETED");
    }

    private static String hash(String name) {
        return name.repeat(32);
    }

    private RestTestClient.ResponseSpec recompute(TestCaller caller, UUID id) {
        return http(caller)
                .post()
                .uri("/api/v1/analyses/" + id + "/recompute")
                .contentType(MediaType.APPLICATION_JSON)
                .exchange();
    }

    private JsonNode comparison(TestCaller caller, UUID id) {
        return body(http(caller)
                .get()
                .uri("/api/v1/analyses/" + id + "/recomputation")
                .exchange()
                .expectStatus()
                .isOk());
    }

    private static UUID id(JsonNode analysis) {
        return UUID.fromString(analysis.path("id").stringValue());
    }

    private static JsonNode body(RestTestClient.ResponseSpec response) {
        return WorkerStandIn.JSON.readTree(response.expectBody().returnResult().getResponseBody());
    }

    private void store(TestCaller caller, UUID id, String resultHash, String inputsHash) {
        Document provenance = new Document("engineVersion", "1.0.0")
                .append("kernel", "scalar")
                .append("seed", 7)
                .append("from", "2021-03-01")
                .append("to", "2026-02-27")
                .append("observations", 1259)
                .append("inputsHash", hash(inputsHash))
                .append("resultHash", hash(resultHash));
        mongo.getCollection("analysis_result")
                .insertOne(new Document("_id", id.toString())
                        .append("organisationId", caller.organisationId().toString())
                        .append("schemaVersion", 1)
                        .append("document", new Document("kind", "risk").append("provenance", provenance)));
    }
}
