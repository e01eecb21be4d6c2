package io.riskwatch.portfolio.analysis;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
 * The waiting room of all organisations, with two lanes. Whose turn it is: start-time fair queueing (Goyal, Vin and Cheng 1996). A
 * virtual clock stands at the start of the analysis that was released last; an organisation's next one starts where its last
 * ended, 1/weight after its start, or at the clock when it had none waiting. The earliest start is next. So an organisation with
 * weight 4 is served four times as often as one with weight 1, one that comes anew is next at once, however many others wait,
 * and none has more released than its plan allows.
 */
@Repository
class AnalysisQueue {

    private static final long SCHEDULER_LOCK = 5_201_901_120L;

    private final JdbcClient jdbc;

    AnalysisQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A waiting analysis and the message that releases it. */
    record Entry(UUID analysisId, UUID messageId, boolean released) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void join(
            UUID analysisId,
            UUID messageId,
            String kind,
            AnalysisLane lane,
            int weight,
            int mostAtOnce,
            Instant queuedAt) {
        jdbc.sql(
                        "insert into analysis_queue (analysis_id, organisation_id, message_id, kind, lane, weight, most_at_once,"
                                + " queued_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        analysisId,
                        Analyses.organisation(),
                        messageId,
                        kind,
                        lane.name(),
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
     * Marks as released whose turn it is in the lane, as many as its window has room for; one replica at a time.
     *
     * @return their messages
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> releaseNext(AnalysisLane lane, int window) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(?)")
                .param(SCHEDULER_LOCK)
                .query(Integer.class)
                .single();
        int free = window
                - jdbc.sql("select count(*) from analysis_queue where released_at is not null and lane = ?")
                        .param(lane.name())
                        .query(Integer.class)
                        .single();
        List<UUID> messages = new ArrayList<>();
        while (messages.size() < free) {
            Optional<UUID> next = releaseOne(lane);
            if (next.isEmpty()) {
                break;
            }
            messages.add(next.get());
        }
        return messages;
    }

    private Optional<UUID> releaseOne(AnalysisLane lane) {
        return jdbc.sql("""
                        with clock as (select coalesce(max(started), 0) as now from analysis_turn where lane = :lane),
                        released as (
                            select organisation_id, count(*) as n from analysis_queue
                            where lane = :lane and released_at is not null group by organisation_id),
                        oldest as (
                            select distinct on (organisation_id) analysis_id, organisation_id, weight, most_at_once, queued_at
                            from analysis_queue where lane = :lane and released_at is null
                            order by organisation_id, queued_at, analysis_id),
                        next as (
                            select o.analysis_id, o.organisation_id, o.weight, greatest(c.now, coalesce(t.ended, 0)) as start
                            from oldest o cross join clock c left join released r using (organisation_id)
                            left join analysis_turn t on t.organisation_id = o.organisation_id and t.lane = :lane
                            where coalesce(r.n, 0) < o.most_at_once
                            order by start, o.queued_at, o.analysis_id limit 1),
                        turn as (
                            insert into analysis_turn (lane, organisation_id, started, ended)
                            select :lane, organisation_id, start, start + 1.0 / weight from next
                            on conflict (lane, organisation_id) do update set started = excluded.started, ended = excluded.ended)
                        update analysis_queue q set released_at = now() from next
                        where q.analysis_id = next.analysis_id returning q.message_id""")
                .param("lane", lane.name())
                .query((row, number) -> row.getObject("message_id", UUID.class))
                .optional();
    }

    /** Forgets the turns of organisations that would be next at once anyway. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetPastTurns() {
        jdbc.sql("""
                        delete from analysis_turn t using (select lane, max(started) as now from analysis_turn group by lane) clock
                        where t.lane = clock.lane and t.ended <= clock.now and t.started < clock.now""").update();
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

    /**
     * The places of the current organisation's analyses that have not begun, each in its lane.
     *
     * @param workers how many run at once
     */
    @Transactional(readOnly = true)
    public Map<UUID, Waiting> waiting(WorkerCapacity workers) {
        Map<UUID, Waiting> places = new HashMap<>();
        jdbc.sql("""
                        with clock as (select lane, max(started) as now from analysis_turn group by lane),
                        line as (
                            select analysis_id, organisation_id, kind, lane, row_number() over (
                                partition by lane order by begun, start, queued_at, analysis_id) as place
                            from (
                                select analysis_id, organisation_id, kind, lane, 0 as begun, 0 as start, released_at as queued_at
                                from analysis_queue where released_at is not null and started_at is null
                                union all
                                select q.analysis_id, q.organisation_id, q.kind, q.lane, 1,
                                    greatest(coalesce(c.now, 0), coalesce(t.ended, 0)) + cast(row_number() over (
                                        partition by q.organisation_id, q.lane order by q.queued_at, q.analysis_id) - 1
                                        as double precision) / q.weight,
                                    q.queued_at
                                from analysis_queue q left join clock c using (lane)
                                left join analysis_turn t using (organisation_id, lane)
                                where q.released_at is null) everybody)
                        select line.analysis_id, line.place,
                            ceil(coalesce(pace.seconds, 2) * (1 + (line.place - 1)
                                / cast(case lane when 'BATCH' then :batch else :interactive end as double precision))) as eta
                        from line left join analysis_pace pace using (kind)
                        where line.organisation_id = :organisation""")
                .param("interactive", workers.threads(AnalysisLane.INTERACTIVE))
                .param("batch", workers.threads(AnalysisLane.BATCH))
                .param("organisation", Analyses.organisation())
                .query(row -> {
                    places.put(
                            row.getObject("analysis_id", UUID.class),
                            new Waiting(row.getInt("place"), Math.max(1, row.getLong("eta"))));
                });
        return places;
    }
}
