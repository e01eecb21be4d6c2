package io.riskwatch.billing.usage;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts what an organisation used, once for each thing. */
@Repository
class UsageRepository {

    private final JdbcClient jdbc;

    UsageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the analysis; a repetition of the message changes nothing. */
    @Transactional
    public void record(AnalysisCompleted completed) {
        jdbc.sql("""
                        insert into analysis_usage (organisation_id, analysis_id, kind, day) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(
                        completed.organisationId(),
                        completed.analysisId(),
                        completed.kind(),
                        LocalDate.ofInstant(completed.occurredAt(), ZoneOffset.UTC))
                .update();
    }

    /** Analyses completed on the UTC day. */
    @Transactional(readOnly = true)
    public int analyses(UUID organisationId, LocalDate day) {
        return jdbc.sql("select count(*) from analysis_usage where organisation_id = ? and day = ?")
                .params(organisationId, day)
                .query(Integer.class)
                .single();
    }
}
