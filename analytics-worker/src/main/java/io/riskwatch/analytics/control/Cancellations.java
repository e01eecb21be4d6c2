package io.riskwatch.analytics.control;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.riskwatch.analytics.analysis.DependencyException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which analyses their owners cancelled: in memory for the blocks of a running job, in MongoDB for the worker that takes
 * the job next.
 */
@Component
public class Cancellations {

    static final String COLLECTION = "analysis_cancellation";

    private static final int REMEMBERED = 10_000;
    private static final Duration KEPT = Duration.ofDays(7);

    private final Set<UUID> heard = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));
    private final MongoTemplate mongo;
    private final Clock clock;

    Cancellations(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Heard just now, for jobs that run here. */
    void hear(UUID analysisId) {
        heard.add(analysisId);
    }

    /** Kept for whoever takes the job next. */
    void remember(UUID analysisId) {
        mongo.getCollection(COLLECTION)
                .updateOne(
                        Filters.eq("_id", analysisId.toString()),
                        Updates.setOnInsert("cancelledAt", Date.from(clock.instant())),
                        new UpdateOptions().upsert(true));
    }

    /** Whether this worker heard of a cancellation; costs nothing. */
    public boolean heard(UUID analysisId) {
        return heard.contains(analysisId);
    }

    /** Whether the analysis was cancelled before it came here. */
    public boolean remembered(UUID analysisId) {
        try {
            return heard(analysisId)
                    || mongo.getCollection(COLLECTION)
                                    .find(Filters.eq("_id", analysisId.toString()))
                                    .first()
                            != null;
        } catch (MongoException e) {
            throw new DependencyException("cancellations are not to be read: " + e.getMessage(), e);
        }
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetOld() {
        mongo.getCollection(COLLECTION)
                .deleteMany(Filters.lt("cancelledAt", Date.from(clock.instant().minus(KEPT))));
    }
}
