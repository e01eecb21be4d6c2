package io.riskwatch.portfolio.analysis;

import io.riskwatch.portfolio.entitlement.Entitlement;
import io.riskwatch.portfolio.entitlement.Entitlements;
import io.riskwatch.portfolio.portfolio.Seen;
import io.riskwatch.service.outbox.Outbox;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what is kept of a question: the row of the analysis, what its worker is told, its place in the queue, the message that waits
 * with it, and that one more was asked for today. One statement, since a round trip to the database costs more than the rows.
 */
@Repository
class Intake {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Analyses analyses;
    private final Entitlements entitlements;

    Intake(JdbcClient jdbc, JsonMapper json, Analyses analyses, Entitlements entitlements) {
        this.jdbc = jdbc;
        this.json = json;
        this.analyses = analyses;
        this.entitlements = entitlements;
    }

    /**
     * What there is before a question is taken.
     *
     * @param analysis the one of its id, when it was taken before
     */
    record Before(Entitlement entitlement, Optional<Analysis> analysis) {}

    /** Looks for both in one round trip. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Before before(UUID id, UUID organisationId) {
        return Seen.by(jdbc.sql("select e.*, r.* from (values (cast(:organisation as uuid))) asker (id)"
                        + " left join (" + Entitlements.ROWS + ") e on e.organisation_id = asker.id"
                        + " left join (" + Analyses.ONE + ") r on true"))
                .param("organisation", organisationId)
                .param("id", id)
                .query((row, number) -> new Before(entitlements.of(row), analyses.in(row)))
                .single();
    }

    /**
     * Keeps the question. Two askers of an organisation count one after the other.
     *
     * @return how many were asked for in this UTC day, with this one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int keep(AnalysisJob job, Question question, UUID requestedBy, AnalysisLane lane, Entitlement entitlement) {
        Instant now = job.requestedAt();
        return jdbc.sql("""
            with day as (
                insert into analysis_day as d (organisation_id, day, asked) values (:organisation, :day, 1)
                on conflict (organisation_id, day) do update set asked = d.asked + 1 returning asked),
            asked as (
                insert into analysis (id, organisation_id, portfolio_id, recomputes, schedule_id, requested_by, kind,
                    requested_at)
                values (:id, :organisation, :portfolio, :recomputes, :schedule, :user, :kind, :at)),
            told as (
                insert into analysis_job (analysis_id, organisation_id, message)
                values (:id, :organisation, :message) returning message),
            held as (%s),
            waits as (
                insert into analysis_queue (analysis_id, organisation_id, message_id, kind, lane, weight, most_at_once,
                    queued_at)
                values (:id, :organisation, :messageId, :kind, :lane, :weight, :mostAtOnce, :at))
            select asked from day\
            """.formatted(Outbox.hold("select :messageId, :exchange, :routingKey, message from told")))
                .param("id", job.analysisId())
                .param("organisation", job.organisationId())
                .param("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("portfolio", question.portfolioId())
                .param("recomputes", question.recomputes())
                .param("schedule", question.scheduleId())
                .param("user", requestedBy)
                .param("kind", question.kind())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("message", json.writeValueAsString(job))
                .param("messageId", UUID.randomUUID())
                .param("exchange", AnalysisMessaging.JOBS)
                .param("routingKey", lane.routingKey())
                .param("lane", lane.name())
                .param("weight", entitlement.queueWeight())
                .param("mostAtOnce", entitlement.limit("runningAnalyses"))
                .query(Integer.class)
                .single();
    }
}
