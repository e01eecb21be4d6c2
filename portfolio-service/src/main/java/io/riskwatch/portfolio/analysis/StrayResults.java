package io.riskwatch.portfolio.analysis;

import com.mongodb.MongoException;
import io.riskwatch.portfolio.organisation.Organisations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A worker that was computing for an organisation while it was deleted stores its result all the same; what comes so late goes, too. */
@Component
class StrayResults {

    private static final Logger log = LoggerFactory.getLogger(StrayResults.class);
    private static final String COMPLETED = "analysis.completed";

    private final Organisations organisations;
    private final AnalysisResults results;

    StrayResults(Organisations organisations, AnalysisResults results) {
        this.organisations = organisations;
        this.results = results;
    }

    /** Only what changed no row can be a stray, so that nothing more is asked of the database as a rule. */
    void forget(List<AnalysisEvent> events, Set<UUID> changed) {
        Set<UUID> suspects = new HashSet<>();
        for (AnalysisEvent event : events) {
            if (COMPLETED.equals(event.type()) && !changed.contains(event.analysisId())) {
                suspects.add(event.organisationId());
            }
        }
        suspects.stream()
                .filter(organisation -> organisations.find(organisation).isEmpty())
                .forEach(this::forget);
    }

    private void forget(UUID organisation) {
        try {
            results.delete(organisation);
            log.info("event=late-result-deleted organisation={}", organisation);
        } catch (MongoException e) { // it goes by its age
            log.warn("event=late-result-left-behind organisation={} reason=\"{}\"", organisation, e.getMessage());
        }
    }
}
