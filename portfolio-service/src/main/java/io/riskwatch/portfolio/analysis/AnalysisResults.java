package io.riskwatch.portfolio.analysis;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.riskwatch.portfolio.organisation.OrganisationDeleted;
import io.riskwatch.service.problem.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.event.TransactionalEventListener;

/** The documents the workers stored, read for the current organisation alone. */
@Repository
class AnalysisResults {

    private static final Logger log = LoggerFactory.getLogger(AnalysisResults.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final MongoTemplate mongo;

    AnalysisResults(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Map<String, Object> require(UUID analysisId) {
        try {
            Document row = collection()
                    .find(Filters.and(
                            Filters.eq("_id", analysisId.toString()),
                            Filters.eq("organisationId", Analyses.organisation().toString())))
                    .first();
            if (row == null) {
                throw ProblemException.notFound("result");
            }
            return row.get("document", Document.class);
        } catch (MongoException e) {
            log.warn("event=result-store-away reason=\"{}\"", e.getMessage());
            throw ProblemException.unavailable(RETRY_AFTER, "Results cannot be read at the moment.");
        }
    }

    @TransactionalEventListener
    void onOrganisationDeleted(OrganisationDeleted deleted) {
        try {
            collection()
                    .deleteMany(Filters.eq(
                            "organisationId", deleted.organisationId().toString()));
        } catch (MongoException e) {
            log.warn(
                    "event=results-left-behind organisation={} reason=\"{}\"",
                    deleted.organisationId(),
                    e.getMessage());
        }
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection("analysis_result");
    }
}
