package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.TestCaller;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

class ComparisonIT extends AnalysisTestBase {

    @Autowired
    private MongoTemplate mongo;

    @Test
    void resultsOfOneKindAreSideBySide() {
        TestCaller caller = callers.inNewOrganisation();
        UUID first = completed(caller, SMALL, 1.5);
        UUID second = completed(caller, SMALL, 0.5);

        compare(caller, first + "," + second)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.analyses[1].id")
                .isEqualTo(second.toString())
                .jsonPath("$.figures[0].name")
                .isEqualTo("performance.sharpe")
                .jsonPath("$.figures[0].differences[1]")
                .isEqualTo(-1.0);
    }

    @Test
    void otherCountsRepeatedIdsAndMixedKindsAreRefusedByTheField() {
        TestCaller caller = callers.inNewOrganisation();
        entitle(caller, 1, "{\"analysesPerDay\":100,\"runningAnalyses\":10}");
        UUID risk = completed(caller, SMALL, 1);
        UUID leverage = completed(caller, SMALL.replace("\"risk\"", "\"leverage\""), 1);

        for (String ids : new String[] {
            risk.toString(),
            risk + "," + risk,
            risk + "," + leverage,
            risk + ",".concat(UUID.randomUUID() + ",").repeat(4) + leverage
        }) {
            compare(caller, ids)
                    .expectStatus()
                    .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("ids");
        }
        compare(caller, "nonsense").expectStatus().isBadRequest();
        http(caller)
                .get()
                .uri("/api/v1/analyses/compare")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void anotherOrganisationsResultIsNotFoundBesideOnesOwn() {
        TestCaller owner = callers.inNewOrganisation();
        UUID theirs = completed(owner, SMALL, 1);
        TestCaller caller = callers.inNewOrganisation();
        UUID own = completed(caller, SMALL, 1);

        compare(caller, own + "," + theirs).expectStatus().isNotFound();
    }

    private RestTestClient.ResponseSpec compare(TestCaller caller, String ids) {
        return http(caller).get().uri("/api/v1/analyses/compare?ids=" + ids).exchange();
    }

    private UUID completed(TestCaller caller, String question, double sharpe) {
        UUID id = ask(caller, question);
        mongo.getCollection("analysis_result")
                .insertOne(new Document("_id", id.toString())
                        .append("organisationId", caller.organisationId().toString())
                        .append(
                                "document",
                                new Document("kind", "risk").append("performance", new Document("sharpe", sharpe))));
        worker.say("completed", id, caller.organisationId());
        awaitState(caller, id, "COMPLETED");
        return id;
    }
}
