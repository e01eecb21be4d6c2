package io.riskwatch.portfolio.analysis;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What the workers were told, kept as long as the analysis, so that it can be computed again. */
@Repository
class AnalysisJobs {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AnalysisJobs(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The job of an analysis of the current organisation; empty for one that is older than this table. */
    @Transactional(readOnly = true)
    public Optional<AnalysisJob> find(UUID analysisId) {
        return jdbc.sql("select message from analysis_job where organisation_id = ? and analysis_id = ?")
                .params(Analyses.organisation(), analysisId)
                .query(String.class)
                .optional()
                .map(message -> json.readValue(message, AnalysisJob.class));
    }
}
