package io.riskwatch.portfolio.analysis;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The waiting room of all organisations. Whose turn it is: of each organisation the oldest, organisations in turn, one with
 * weight 4 four times as often as one with weight 1, and none with more at once than its plan allows.
 */
@Repository
class AnalysisQueue {

    private static final long SCHEDULER_LOCK = 5_201_901_120L;

    /** Of each waiting analysis: its turn within its organisation, counting those that are released already. */
    private static final String TURNS = """
            with released as (
                select organisation_id, count(*) as n from analysis_queue where released_at is not null group by organisation_id),
            waiting as (
                select q.analysis_id, q.organisation_id, q.message_id, q.kind, q.weight, q.most_at_once, q.queued_at,
                    coalesce(r.n, 0) + row_number() over (
                        partition by q.organisation_id order by q.queued_at, q.analysis_id) as turn
                from analysis_queue q left join released r using (organisation_id) where q.released_at is null)
            """;

    private final JdbcClient jdbc;

    AnalysisQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A waiting analysis and the message that releases it. */
    record Entry(UUID analysisId, UUID messageId, boolean released) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void join(UUID analysisId, UUID messageId, String kind, int weight, int mostAtOnce, Instant queuedAt) {
        jdbc.sql("insert into analysis_queue (analysis_id, organisation_id, message_id, kind, weight, most_at_once,"
                        + " queued_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        analysisId,
                        Analyses.organisation(),
                        messageId,
                        kind,
                        weight,
                        mostAtOnce,
                        queuedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes the analysis out; answers what it was. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Entry> leave(UUID analysisId) {
        return jdbc.sql("delete from analysis_queue where analysis_id = ? and organisation_id = ?"
                        + " returning analysis_id, message_id, released_at is not null as released")
                .params(analysisId, Analyses.organisation())
                .query(Entry.class)
                .optional();
    }

    /**
     * Marks as released whose turn it is, as many as the window has room for; one replica at a time.
     *
     * @return their messages
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> releaseNext(int window) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(?)")
                .param(SCHEDULER_LOCK)
                .query(Integer.class)
                .single();
        int free = window
                - jdbc.sql("select count(*) from analysis_queue where released_at is not null")
                        .query(Integer.class)
                        .single();
        if (free <= 0) {
            return List.of();
        }
        return jdbc.sql(TURNS + """
                        , next as (
                            select analysis_id from waiting where turn <= most_at_once
                            order by cast(turn as double precision) / weight, queued_at, analysis_id limit :free)
                        update analysis_queue q set released_at = now() from next
                        where q.analysis_id = next.analysis_id returning q.message_id""")
                .param("free", free)
                .query((row, number) -> row.getObject("message_id", UUID.class))
                .list();
    }

    /** The messages of analyses that were released and never began. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> releasedAndNotBegun(Instant releasedBefore) {
        return jdbc.sql("select message_id from analysis_queue where released_at < ? and started_at is null"
                        + " order by released_at limit 1000")
                .param(releasedBefore.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject("message_id", UUID.class))
                .list();
    }

    /** The places of the current organisation's analyses that have not begun. */
    @Transactional(readOnly = true)
    public Map<UUID, Waiting> waiting(int workers) {
        Map<UUID, Waiting> places = new HashMap<>();
        jdbc.sql(TURNS + """
                        , line as (
                            select analysis_id, organisation_id, kind, row_number() over (order by begun, turn, queued_at, analysis_id) as place
                            from (
                                select analysis_id, organisation_id, kind, 0 as begun, 0 as turn, released_at as queued_at
                                from analysis_queue where released_at is not null and started_at is null
                                union all
                                select analysis_id, organisation_id, kind, 1, cast(turn as double precision) / weight, queued_at
                                from waiting) everybody)
                        select line.analysis_id, line.place,
                            ceil(coalesce(pace.seconds, 2) * (1 + (line.place - 1) / cast(:workers as double precision))) as eta
                        from line left join analysis_pace pace using (kind)
                        where line.organisation_id = :organisation""")
                .param("workers", workers)
                .param("organisation", Analyses.organisation())
                .query(row -> {
                    places.put(
                            row.getObject("analysis_id", UUID.class),
                            new Waiting(row.getInt("place"), Math.max(1, row.getLong("eta"))));
                });
        return places;
    }
}
