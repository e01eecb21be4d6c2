package io.riskwatch.analytics.result;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.ResultArray;
import io.riskwatch.analytics.array.NpyFormat;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Arrays in MongoDB, in pieces that fit a document: {@code {_id: analysisId:sha256:piece, analysisId, organisationId, createdAt,
 * bytes}}. A piece is named by what is in it, so that writing it again changes nothing; what belongs to a result is in the
 * result's row, which is written last.
 */
@Component
class ArrayStore {

    static final String COLLECTION = "analysis_array";

    private static final int PIECE = 4 * 1024 * 1024;

    private final MongoTemplate mongo;
    private final Clock clock;

    ArrayStore(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Stores the arrays and answers the rows that describe them: {@code {name, description, type, shape, bytes, sha256, pieces}}. */
    List<Document> keep(AnalysisJob job, List<ResultArray> arrays) {
        return arrays.stream().map(array -> keep(job, array)).toList();
    }

    private Document keep(AnalysisJob job, ResultArray array) {
        byte[] bytes = NpyFormat.write(array);
        String hash = sha256(bytes);
        int pieces = (bytes.length + PIECE - 1) / PIECE;
        for (int piece = 0; piece < pieces; piece++) {
            String id = job.analysisId() + ":" + hash + ":" + piece;
            byte[] part = Arrays.copyOfRange(bytes, piece * PIECE, Math.min(bytes.length, (piece + 1) * PIECE));
            collection()
                    .replaceOne(
                            Filters.eq("_id", id),
                            new Document("_id", id)
                                    .append("analysisId", job.analysisId().toString())
                                    .append(
                                            "organisationId",
                                            job.organisationId().toString())
                                    .append("createdAt", Date.from(clock.instant()))
                                    .append("bytes", new Binary(part)),
                            new ReplaceOptions().upsert(true));
        }
        return new Document("name", array.name())
                .append("description", array.description())
                .append("type", array.type().name())
                .append("shape", array.shape())
                .append("bytes", bytes.length)
                .append("sha256", hash)
                .append("pieces", pieces);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION).withWriteConcern(WriteConcern.MAJORITY);
    }
}
