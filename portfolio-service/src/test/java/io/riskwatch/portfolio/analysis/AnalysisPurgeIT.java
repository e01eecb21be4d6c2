package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.service.tenancy.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** What ended longer ago than it is kept goes, with everything that belongs to it; what is younger or not over stays. */
class AnalysisPurgeIT extends AnalysisTestBase {

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private AnalysisPurge purge;

    @Autowired
    private AnalysisSettings settings;

    @Autowired
    private TransactionOperations inTransaction;

    @Test
    void oldAnalysesGoWithTheirJobsResultsAndArrays() {
        TestCaller caller = callers.inNewOrganisation();
        entitle(caller, 1, "{\"analysesPerDay\":100,\"runningAnalyses\":10}");
        Instant limit = Instant.now().minus(settings.keep());
        UUID old = completed(caller, limit.minus(Duration.ofDays(1)));
        UUID young = completed(caller, limit.plus(Duration.ofDays(1)));
        UUID waiting = ask(caller);

        purge.purge();

        http(caller)
                .get()
                .uri("/api/v1/analyses/" + old)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(stored(old)).isZero();
        assertThat(jobs(caller, old)).isZero();
        assertThat(get(caller, young).path("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(stored(young)).isEqualTo(2);
        assertThat(jobs(caller, young)).isEqualTo(1);
        assertThat(get(caller, waiting).path("state").stringValue()).isEqualTo("QUEUED");
        assertThat(settings.keep()).isEqualTo(Duration.ofDays(365));
    }

    private UUID completed(TestCaller caller, Instant at) {
        UUID id = ask(caller);
        worker.say("completed", id, caller.organisationId());
        awaitState(caller, id, "COMPLETED");
        Tenancy.as(
                caller.organisationId(),
                () -> inTransaction.executeWithoutResult(
                        status -> jdbc.sql("update analysis set finished_at = ? where id = ?")
                                .params(at.atOffset(ZoneOffset.UTC), id)
                                .update()));
        mongo.getCollection("analysis_result")
                .insertOne(new Document("_id", id.toString())
                        .append("organisationId", caller.organisationId().toString())
                        .append("createdAt", Date.from(at)));
        mongo.getCollection("analysis_array")
                .insertOne(new Document("_id", id + ":a:0")
                        .append("organisationId", caller.organisationId().toString())
                        .append("createdAt", Date.from(at)));
        return id;
    }

    private long stored(UUID id) {
        return mongo.getCollection("analysis_result").countDocuments(new Document("_id", id.toString()))
                + mongo.getCollection("analysis_array").countDocuments(new Document("_id", id + ":a:0"));
    }

    private int jobs(TestCaller caller, UUID id) {
        return Tenancy.as(
                caller.organisationId(),
                () -> inTransaction.execute(
                        status -> jdbc.sql("select count(*) from analysis_job where analysis_id = ?")
                                .param(id)
                                .query(Integer.class)
                                .single()));
    }
}
