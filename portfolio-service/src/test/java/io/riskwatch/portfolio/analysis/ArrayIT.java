package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.TestCaller;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The arrays a worker stored beside its result, downloaded. */
class ArrayIT extends AnalysisTestBase {

    private static final String SHA = "ab".repeat(32);

    @Autowired
    private MongoTemplate mongo;

    @Test
    void anArrayIsItsPiecesOneAfterTheOtherWithItsHashAsTag() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = completed(caller, List.of(array()));
        piece(caller, id, 0, new byte[] {1, 2, 3, 4});
        piece(caller, id, 1, new byte[] {5, 6});

        get(caller, id, "")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].name")
                .isEqualTo("terminal")
                .jsonPath("$.items[0].shape[0]")
                .isEqualTo(7)
                .jsonPath("$.items[0].download")
                .isEqualTo("/api/v1/analyses/" + id + "/arrays/terminal");
        byte[] bytes = get(caller, id, "/terminal")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"" + SHA + "\"")
                .expectHeader()
                .valueEquals("Content-Length", "6")
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"terminal.npy\"")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        assertThat(bytes).containsExactly(1, 2, 3, 4, 5, 6);
        http(caller)
                .get()
                .uri("/api/v1/analyses/" + id + "/arrays/terminal")
                .header("If-None-Match", "\"" + SHA + "\"")
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void anUnknownNameIsNotFoundAndTheAnswerListsThoseThereAre() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = completed(caller, List.of(array()));

        get(caller, id, "/colours")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.arrays[0]")
                .isEqualTo("terminal");
    }

    /** A result from before there were arrays, and of a kind that has none. */
    @Test
    void aResultWithoutArraysHasAnEmptyList() {
        TestCaller caller = callers.inNewOrganisation();
        UUID id = completed(caller, null);

        get(caller, id, "")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void anotherOrganisationsArraysAreNotFound() {
        TestCaller owner = callers.inNewOrganisation();
        UUID id = completed(owner, List.of(array()));
        piece(owner, id, 0, new byte[] {1});
        TestCaller stranger = callers.inNewOrganisation();

        get(stranger, id, "").expectStatus().isNotFound();
        get(stranger, id, "/terminal").expectStatus().isNotFound();
    }

    private RestTestClient.ResponseSpec get(TestCaller caller, UUID id, String name) {
        return http(caller)
                .get()
                .uri("/api/v1/analyses/" + id + "/arrays" + name)
                .exchange();
    }

    private static Document array() {
        return new Document("name", "terminal")
                .append("description", "ends")
                .append("type", "FLOAT64")
                .append("shape", List.of(7))
                .append("bytes", 6)
                .append("sha256", SHA)
                .append("pieces", 2);
    }

    private UUID completed(TestCaller caller, @Nullable List<Document> arrays) {
        UUID id = ask(caller);
        Document row = new Document("_id", id.toString())
                .append("organisationId", caller.organisationId().toString())
                .append("document", new Document("kind", "risk"));
        if (arrays != null) {
            row.append("arrays", arrays);
        }
        mongo.getCollection("analysis_result").insertOne(row);
        worker.say("completed", id, caller.organisationId());
        awaitState(caller, id, "COMPLETED");
        return id;
    }

    private void piece(TestCaller caller, UUID id, int number, byte[] bytes) {
        mongo.getCollection("analysis_array")
                .insertOne(new Document("_id", id + ":" + SHA + ":" + number)
                        .append("organisationId", caller.organisationId().toString())
                        .append("bytes", new Binary(bytes)));
    }
}
