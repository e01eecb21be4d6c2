package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.TestCaller;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A result of an older schema, with a member that is gone today and without one that came later: it is handed out as it was
 * written, and what can be said of it is said.
 */
class OldResultIT extends AnalysisTestBase {

    @Autowired
    private MongoTemplate mongo;

    @Test
    void itIsHandedOutAsItWasWritten() {
        TestCaller caller = callers.inNewOrganisation();
        ObjectNode old = oldDocument();
        UUID id = completed(caller, old);

        assertThat(read(caller, id + "/result")).isEqualTo(old);
    }

    @Test
    void itsTablesHaveWhatItHas() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = completed(caller, oldDocument());

        String summary = text(caller, id + "/result.csv");

        assertThat(summary).contains("performance.treynor,0.125\r\n").doesNotContain("performance.ulcerIndex");
        assertThat(read(caller, id + "/tables").path("items").valueStream().map(JsonNode::stringValue))
                .contains("summary", "valueAtRisk");
        assertThat(text(caller, id + "/result.csv?table=valueAtRisk")).startsWith("method,");
    }

    @Test
    void itIsComparedWithANewOneFigureByFigure() {
        TestCaller caller = callers.inNewOrganisation();
        ObjectNode young = example();
        ((ObjectNode) young.path("performance")).put("sharpe", 9.5);
        UUID id = completed(caller, oldDocument());
        UUID other = completed(caller, young);

        JsonNode figures = read(caller, "compare?ids=" + id + "," + other).path("figures");

        double sharpe = example().path("performance").path("sharpe").doubleValue();
        assertThat(figure(figures, "performance.sharpe")
                        .path("differences")
                        .path(1)
                        .doubleValue())
                .isEqualTo(9.5 - sharpe);
        assertThat(figures.toString()).as("a figure nobody knows today").doesNotContain("treynor");
    }

    @Test
    void itsFiguresAreExplainedAsFarAsTheyAreKnownToday() {
        TestCaller caller = callers.inNewOrganisation();
        ObjectNode old = oldDocument();
        UUID id = completed(caller, old);

        JsonNode sharpe = read(caller, id + "/figures/performance.sharpe");

        assertThat(sharpe.path("value").doubleValue())
                .isEqualTo(old.path("performance").path("sharpe").doubleValue());
        assertThat(read(caller, id + "/figures").toString())
                .contains("performance.sharpe")
                .doesNotContain("performance.ulcerIndex");
        http(caller)
                .get()
                .uri("/api/v1/analyses/" + id + "/figures/performance.treynor")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private static ObjectNode example() {
        return (ObjectNode) WorkerStandIn.resource("result/examples/risk.json");
    }

    private static ObjectNode oldDocument() {
        ObjectNode old = example().put("schemaVersion", 0);
        ObjectNode performance = (ObjectNode) old.path("performance");
        assertThat(performance.remove("ulcerIndex")).as("what came later").isNotNull();
        performance.put("treynor", 0.125);
        return old;
    }

    private UUID completed(TestCaller caller, JsonNode document) {
        UUID id = ask(caller);
        mongo.getCollection("analysis_result")
                .insertOne(new Document("_id", id.toString())
                        .append("organisationId", caller.organisationId().toString())
                        .append("schemaVersion", document.path("schemaVersion").intValue())
                        .append("document", Document.parse(document.toString())));
        worker.say("completed", id, caller.organisationId());
        awaitState(caller, id, "COMPLETED");
        return id;
    }

    private static JsonNode figure(JsonNode figures, String name) {
        return figures.valueStream()
                .filter(figure -> figure.path("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among the figures"));
    }

    private JsonNode read(TestCaller caller, String path) {
        return WorkerStandIn.JSON.readTree(text(caller, path));
    }

    private String text(TestCaller caller, String path) {
        return http(caller)
                .get()
                .uri("/api/v1/analyses/" + path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
