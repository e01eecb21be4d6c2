package io.riskwatch.portfolio.analysis;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets analyses, their jobs, results and arrays that ended longer ago than they are kept, of all organisations. */
@Component
class AnalysisPurge {

    private static final Logger log = LoggerFactory.getLogger(AnalysisPurge.class);

    private final JdbcClient jdbc;
    private final AnalysisResults results;
    private final AnalysisSettings settings;
    private final Clock clock;

    AnalysisPurge(JdbcClient jdbc, AnalysisResults results, AnalysisSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.results = results;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void purge() {
        Instant before = clock.instant().minus(settings.keep());
        try {
            long analyses = jdbc.sql("select purge_analyses(?)")
                    .param(before.atOffset(ZoneOffset.UTC))
                    .query(Long.class)
                    .single();
            long stored = results.purge(before);
            if (analyses + stored > 0) {
                log.info("event=analyses-purged analyses={} documents={}", analyses, stored);
            }
        } catch (DataAccessException | MongoException e) {
            log.warn("event=analysis-purge-postponed reason=\"{}\"", e.getMessage());
        }
    }
}
