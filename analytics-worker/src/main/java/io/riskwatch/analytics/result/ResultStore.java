package io.riskwatch.analytics.result;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.DependencyException;
import io.riskwatch.analytics.analysis.ResultArray;
import io.riskwatch.analytics.document.CanonicalJson;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Results in MongoDB, one per analysis: the first one stored stays, a second run of the same job changes nothing.
 *
 * <p>A row is {@code {_id: analysisId, organisationId, schemaVersion, kind, resultHash, createdAt, document, arrays}}; whoever reads
 * one filters by organisation.
 */
@Component
public class ResultStore {

    static final String COLLECTION = "analysis_result";

    private final MongoTemplate mongo;
    private final ArrayStore arrayStore;
    private final JsonMapper json;
    private final Clock clock;

    ResultStore(MongoTemplate mongo, ArrayStore arrayStore, JsonMapper json, Clock clock) {
        this.mongo = mongo;
        this.arrayStore = arrayStore;
        this.json = json;
        this.clock = clock;
    }

    /** The hash of the stored result of the analysis, when there is one. */
    public Optional<String> hashOf(UUID analysisId) {
        try {
            Document found = collection()
                    .find(Filters.eq("_id", analysisId.toString()))
                    .projection(Projections.include("resultHash"))
                    .first();
            return Optional.ofNullable(found).map(document -> document.getString("resultHash"));
        } catch (MongoException e) {
            throw new DependencyException("the result store does not answer: " + e.getMessage(), e);
        }
    }

    /**
     * Seals the document with its hash and time and stores it with its arrays, unless the analysis has a result already.
     *
     * @return the hash of the result that is stored now
     */
    public String insertIfAbsent(AnalysisJob job, ObjectNode document, List<ResultArray> arrays) {
        String hash = seal(document);
        Document row = new Document("_id", job.analysisId().toString())
                .append("organisationId", job.organisationId().toString())
                .append("schemaVersion", document.path("schemaVersion").intValue())
                .append("kind", job.kind())
                .append("resultHash", hash)
                .append("createdAt", Date.from(clock.instant()))
                .append(
                        "document",
                        new Document(json.convertValue(document, new TypeReference<Map<String, Object>>() {})));
        try {
            row.append("arrays", arrayStore.keep(job, arrays));
            collection().insertOne(row);
            return hash;
        } catch (MongoWriteException | DuplicateKeyException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return hashOf(job.analysisId()).orElse(hash);
            }
            throw new DependencyException("the result store refused the result: " + e.getMessage(), e);
        } catch (MongoException e) {
            throw new DependencyException("the result store does not answer: " + e.getMessage(), e);
        }
    }

    /** The hash covers the canonical document without its time and itself. */
    private String seal(ObjectNode document) {
        ObjectNode provenance = (ObjectNode) document.path("provenance");
        String hash = CanonicalJson.sha256(document);
        provenance.put("resultHash", hash);
        provenance.put("createdAt", clock.instant().toString());
        return hash;
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION).withWriteConcern(WriteConcern.MAJORITY);
    }
}
