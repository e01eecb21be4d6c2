package io.riskwatch.portfolio.analysis;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import io.riskwatch.portfolio.organisation.OrganisationDeleted;
import io.riskwatch.portfolio.organisation.OrganisationRemains;
import io.riskwatch.service.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.event.TransactionalEventListener;

/** The documents the workers stored, read for the current organisation alone. */
@Repository
class AnalysisResults implements OrganisationRemains {

    private static final Logger log = LoggerFactory.getLogger(AnalysisResults.class);
    private static final String PIECES = "analysis_array";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final MongoTemplate mongo;

    AnalysisResults(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Map<String, Object> require(UUID analysisId) {
        return row(analysisId, "document").get("document", Document.class);
    }

    /** What lies beside the document; nothing beside that of a kind without arrays. */
    List<StoredArray> arrays(UUID analysisId) {
        List<Document> arrays = row(analysisId, "arrays").getList("arrays", Document.class);
        return arrays == null ? List.of() : arrays.stream().map(StoredArray::of).toList();
    }

    /** One piece of an array, 0 the first. */
    byte[] piece(UUID analysisId, StoredArray array, int piece) {
        String id = analysisId + ":" + array.sha256() + ":" + piece;
        Document found = read(() -> mongo.getCollection(PIECES).find(own(id)).first());
        if (found == null) {
            throw new IllegalStateException("piece " + piece + " of the array " + array.name() + " is missing");
        }
        return found.get("bytes", Binary.class).getData();
    }

    private Document row(UUID analysisId, String part) {
        Document row = read(() -> collection()
                .find(own(analysisId.toString()))
                .projection(Projections.include(part))
                .first());
        if (row == null) {
            throw ProblemException.notFound("result");
        }
        return row;
    }

    private static Bson own(String id) {
        return Filters.and(
                Filters.eq("_id", id),
                Filters.eq("organisationId", Analyses.organisation().toString()));
    }

    private static @Nullable Document read(Supplier<@Nullable Document> query) {
        try {
            return query.get();
        } catch (MongoException e) {
            log.warn("event=result-store-away reason=\"{}\"", e.getMessage());
            throw ProblemException.unavailable(RETRY_AFTER, "Results cannot be read at the moment.");
        }
    }

    /** Forgets what was stored before that moment, of all organisations; answers how many documents it was. */
    long purge(Instant before) {
        long gone = 0;
        for (String collection : List.of("analysis_result", PIECES)) {
            mongo.getCollection(collection).createIndex(Indexes.ascending("createdAt"));
            gone += mongo.getCollection(collection)
                    .deleteMany(Filters.lt("createdAt", Date.from(before)))
                    .getDeletedCount();
        }
        return gone;
    }

    @TransactionalEventListener
    void onOrganisationDeleted(OrganisationDeleted deleted) {
        try {
            delete(deleted.organisationId());
        } catch (MongoException e) {
            log.warn(
                    "event=results-left-behind organisation={} reason=\"{}\"",
                    deleted.organisationId(),
                    e.getMessage());
        }
    }

    @Override
    public void delete(UUID organisationId) {
        var theirs = Filters.eq("organisationId", organisationId.toString());
        collection().deleteMany(theirs);
        mongo.getCollection(PIECES).deleteMany(theirs);
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection("analysis_result");
    }
}
