package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.TestCaller;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

class TableIT extends AnalysisTestBase {

    @Autowired
    private MongoTemplate mongo;

    @Test
    void aTableIsACsvThatNoSpreadsheetTakesForFormulas() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = completed(caller);

        String csv = csv(caller, id, "?table=contributions");

        assertThat(csv)
                .isEqualTo("symbol,share,'@weird\r\n" + "'=HYPERLINK(1),-0.25,0.0000001\r\n" + "\"B,C\",1.25,\r\n");
        assertThat(csv(caller, id, "")).contains("name,value\r\n").contains("performance.sharpe,0.5\r\n");
    }

    @Test
    void anUnknownTableAndAnotherOrganisationsAreNotFound() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = completed(caller);
        TestCaller stranger = callers.inNewOrganisation();

        get(caller, id, "/result.csv?table=colours")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.tables[0]")
                .isEqualTo("contributions");
        get(caller, id, "/tables")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[1]")
                .isEqualTo("summary");
        get(stranger, id, "/result.csv").expectStatus().isNotFound();
        get(stranger, id, "/tables").expectStatus().isNotFound();
    }

    private String csv(TestCaller caller, UUID id, String query) {
        return new String(
                get(caller, id, "/result.csv" + query)
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody(),
                StandardCharsets.UTF_8);
    }

    private RestTestClient.ResponseSpec get(TestCaller caller, UUID id, String path) {
        return http(caller).get().uri("/api/v1/analyses/" + id + path).exchange();
    }

    private UUID completed(TestCaller caller) {
        UUID id = ask(caller);
        mongo.getCollection("analysis_result")
                .insertOne(new Document("_id", id.toString())
                        .append("organisationId", caller.organisationId().toString())
                        .append(
                                "document",
                                new Document("kind", "risk")
                                        .append("performance", new Document("sharpe", 0.5))
                                        .append(
                                                "contributions",
                                                List.of(
                                                        new Document("symbol", "=HYPERLINK(1)")
                                                                .append("share", -0.25)
                                                                .append("@weird", 1e-7),
                                                        new Document("symbol", "B,C").append("share", 1.25)))));
        worker.say("completed", id, caller.organisationId());
        awaitState(caller, id, "COMPLETED");
        return id;
    }
}
