package io.riskwatch.portfolio.analysis;

import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes of state, each by compare-and-set: an event that comes twice, late or out of order finds nothing to change. A later
 * run of the job (a higher attempt) puts a running one back to its beginning, and what an earlier run says then is old.
 *
 * <p>An end is never left but one: what the platform gave up (a problem of 5xx) runs again when an operator replays its dead
 * letter, which its worker tells by a higher attempt; and a result that was stored after all counts.
 */
@Repository
class AnalysisProgress {

    private static final String UNDER_WAY = "state in ('QUEUED', 'RUNNING')";
    private static final String GIVEN_UP = "(state = 'FAILED' and cast(problem ->> 'status' as integer) >= 500)";

    /** Where a run of this attempt begins, or goes on when its beginning was not heard. */
    private static final String BEGINS =
            "(state = 'QUEUED' or (attempt < :attempt and (state = 'RUNNING' or " + GIVEN_UP + ")))";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AnalysisProgress(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Answers whether the event changed anything. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean apply(AnalysisEvent event) {
        return switch (event.type()) {
            case "analysis.started" -> started(event);
            case "analysis.progress" -> progress(event);
            case "analysis.completed" ->
                ended(
                        event,
                        statement(
                                        "state = 'COMPLETED', percent = 100, eta_seconds = null, problem = null,"
                                                + " result_hash = :hash, finished_at = :at",
                                        "(state in ('QUEUED', 'RUNNING') or " + GIVEN_UP + ")",
                                        event)
                                .param("hash", event.resultHash()));
            case "analysis.failed" ->
                ended(
                        event,
                        statement(
                                        "state = 'FAILED', eta_seconds = null, problem = cast(:problem as jsonb),"
                                                + " finished_at = :at",
                                        UNDER_WAY + " and attempt <= :attempt",
                                        event)
                                .param("problem", json.writeValueAsString(event.problem())));
            case "analysis.cancelled" ->
                ended(event, statement("state = 'CANCELLED', eta_seconds = null, finished_at = :at", UNDER_WAY, event));
            default -> false;
        };
    }

    private boolean started(AnalysisEvent event) {
        jdbc.sql("update analysis set started_at = least(started_at, :at) where organisation_id = :organisation"
                        + " and id = :id and (started_at is null or started_at > :at)")
                .param("at", event.occurredAt().atOffset(ZoneOffset.UTC))
                .param("organisation", event.organisationId())
                .param("id", event.analysisId())
                .update();
        boolean changed =
                jdbc.sql("update analysis set state = 'RUNNING', attempt = :attempt, percent = 0, eta_seconds = null,"
                                        + " problem = null, finished_at = null"
                                        + " where organisation_id = :organisation and id = :id and " + BEGINS)
                                .param("attempt", event.attempt())
                                .param("organisation", event.organisationId())
                                .param("id", event.analysisId())
                                .update()
                        == 1;
        if (changed) {
            occupy(event.analysisId());
        }
        return changed;
    }

    private boolean progress(AnalysisEvent event) {
        boolean changed = jdbc.sql("update analysis set state = 'RUNNING', attempt = :attempt, percent = :percent,"
                                + " eta_seconds = :eta, problem = null, finished_at = null"
                                + " where organisation_id = :organisation and id = :id and (" + BEGINS
                                + " or (state = 'RUNNING' and attempt = :attempt and percent < :percent))")
                        .param("attempt", event.attempt())
                        .param("percent", event.percent() == null ? 0 : event.percent())
                        .param("eta", event.etaSeconds())
                        .param("organisation", event.organisationId())
                        .param("id", event.analysisId())
                        .update()
                == 1;
        if (changed) {
            occupy(event.analysisId());
        }
        return changed;
    }

    private void occupy(UUID analysisId) {
        jdbc.sql("update analysis_queue set started_at = coalesce(started_at, now()) where analysis_id = ?")
                .param(analysisId)
                .update();
    }

    private StatementSpec statement(String assignments, String condition, AnalysisEvent event) {
        return jdbc.sql("update analysis set " + assignments + ", attempt = greatest(attempt, :attempt)"
                        + " where organisation_id = :organisation and id = :id and " + condition)
                .param("at", event.occurredAt().atOffset(ZoneOffset.UTC))
                .param("attempt", event.attempt())
                .param("organisation", event.organisationId())
                .param("id", event.analysisId());
    }

    private boolean ended(AnalysisEvent event, StatementSpec statement) {
        boolean changed = statement.update() == 1;
        if (changed) {
            keepPace(event.analysisId());
            jdbc.sql("delete from analysis_queue where analysis_id = ?")
                    .param(event.analysisId())
                    .update();
        }
        return changed;
    }

    /** A fifth of the newest duration, four fifths of what was thought before. */
    private void keepPace(UUID analysisId) {
        jdbc.sql("""
                        insert into analysis_pace (kind, seconds)
                        select kind, extract(epoch from now() - started_at) from analysis_queue
                        where analysis_id = ? and started_at is not null
                        on conflict (kind) do update
                        set seconds = 0.8 * analysis_pace.seconds + 0.2 * excluded.seconds""").param(analysisId).update();
    }
}
