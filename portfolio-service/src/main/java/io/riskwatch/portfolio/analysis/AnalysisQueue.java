package io.riskwatch.portfolio.analysis;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.JdbcTemplate;
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

    private static final String LOCK = "select 1 from pg_advisory_xact_lock(5201901120)";

    /**
     * Goes from the line of one organisation to that of the next by the index {@code analysis_queue_waiting}. As long as nobody comes
     * or goes, releasing one moves no other organisation's start, since the clock never overtakes the earliest: so as many as there
     * is room for are found at once. What waits to be tried again takes no room. Where one is over its plan's limit, those behind it in its organisation's line wait with it.
     */
    static final String RELEASE = """
        with recursive line as (
            (select lane, organisation_id from analysis_queue where released_at is null
            order by lane, organisation_id limit 1)
            union all
            select following.* from line l cross join lateral (
                select lane, organisation_id from analysis_queue
                where released_at is null and (lane, organisation_id) > (l.lane, l.organisation_id)
                order by lane, organisation_id limit 1) following),
        released as (
            select lane, organisation_id, count(*) as n,
                count(*) filter (where coalesce(postponed_until <= now(), true)) as at_work
            from analysis_queue where released_at is not null group by lane, organisation_id),
        room as (
            select w.lane, cast(w.places - coalesce(sum(r.at_work), 0) as integer) as free
            from unnest(?, ?) w (lane, places) left join released r using (lane) group by w.lane, w.places),
        clock as (select lane, max(started) as now from analysis_turn group by lane),
        waiting as (
            select l.lane, l.organisation_id, q.*, coalesce(r.n, 0) + row_number() over ahead as at_once,
                greatest(coalesce(c.now, 0), coalesce(t.ended, 0)) + coalesce(sum(q.turn) over (
                    ahead rows between unbounded preceding and 1 preceding), 0) as start
            from line l join room using (lane) left join clock c using (lane)
            left join released r using (lane, organisation_id) left join analysis_turn t using (lane, organisation_id)
            cross join lateral (
                select analysis_id, most_at_once, queued_at, 1 / cast(weight as double precision) as turn
                from analysis_queue where lane = l.lane and organisation_id = l.organisation_id and released_at is null
                order by queued_at, analysis_id limit greatest(room.free, 0)) q
            window ahead as (partition by l.lane, l.organisation_id order by q.queued_at, q.analysis_id)),
        allowed as (
            select w.*, bool_and(at_once <= most_at_once) over (
                partition by lane, organisation_id order by queued_at, analysis_id) as within_plan from waiting w),
        ranked as (
            select a.*, row_number() over (partition by lane order by start, queued_at, analysis_id) as place
            from allowed a where within_plan),
        next as (select ranked.* from ranked join room using (lane) where place <= free),
        turn as (
            insert into analysis_turn (lane, organisation_id, started, ended)
            select lane, organisation_id, max(start), max(start + turn) from next group by lane, organisation_id
            on conflict (lane, organisation_id) do update set started = excluded.started, ended = excluded.ended),
        gone as (
            update analysis_queue q set released_at = now() + place * interval '1 microsecond' from next
            where q.analysis_id = next.analysis_id returning q.message_id, next.lane, place)
        select message_id from gone order by lane, place\
        """;

    private final JdbcClient jdbc;
    private final JdbcTemplate statements;

    AnalysisQueue(JdbcClient jdbc, JdbcTemplate statements) {
        this.jdbc = jdbc;
        this.statements = statements;
    }

    /** A waiting analysis and the message that releases it. */
    record Entry(UUID analysisId, UUID messageId, boolean released) {}

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
     * Marks as released whose turn it is, as many in each lane as its window has room for; one replica at a time.
     *
     * @param window how many of a lane may lie in the broker or run
     * @return their messages, in the order of their turns
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> releaseNext(ToIntFunction<AnalysisLane> window) {
        // two statements in one round trip; the second must see what was committed while the first waited for the lock
        return statements.execute(LOCK + ";" + RELEASE, (PreparedStatement both) -> {
            List<AnalysisLane> lanes = List.of(AnalysisLane.values());
            Object[] names = lanes.stream().map(Enum::name).toArray();
            Object[] windows = lanes.stream().map(window::applyAsInt).toArray();
            both.setArray(1, both.getConnection().createArrayOf("varchar", names));
            both.setArray(2, both.getConnection().createArrayOf("integer", windows));
            both.execute();
            both.getMoreResults();
            List<UUID> messages = new ArrayList<>();
            try (ResultSet rows = both.getResultSet()) {
                while (rows.next()) {
                    messages.add(rows.getObject("message_id", UUID.class));
                }
            }
            return messages;
        });
    }

    /** Forgets the turns of organisations that would be next at once anyway. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetPastTurns() {
        jdbc.sql("""
            delete from analysis_turn t using (select lane, max(started) as now from analysis_turn group by lane) clock
            where t.lane = clock.lane and t.ended <= clock.now and t.started < clock.now\
            """).update();
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
     * The places of those of the current organisation's analyses that have not begun, each in its lane.
     *
     * <p>One statement about tables without row-level security: it needs no transaction that names the organisation.
     *
     * @param workers how many run at once
     */
    public Map<UUID, Waiting> waiting(Collection<UUID> analysisIds, WorkerCapacity workers) {
        Map<UUID, Waiting> places = new HashMap<>();
        if (analysisIds.isEmpty()) {
            return places;
        }
        jdbc.sql("""
            with clock as (select lane, max(started) as now from analysis_turn group by lane),
            sent as materialized (
                select analysis_id, lane, kind, released_at, row_number() over (
                    partition by lane order by released_at, analysis_id) as place
                from analysis_queue where released_at is not null and started_at is null),
            own as (
                select q.analysis_id, q.lane, q.kind, q.queued_at, row_number() over line - 1 as ahead,
                    greatest(coalesce(c.now, 0), coalesce(t.ended, 0))
                        + cast(row_number() over line - 1 as double precision) / q.weight as start
                from analysis_queue q left join clock c using (lane)
                left join analysis_turn t using (organisation_id, lane)
                where q.organisation_id = :organisation and q.released_at is null
                window line as (partition by q.lane order by q.queued_at, q.analysis_id)),
            rival as materialized (
                select q.analysis_id, q.lane, q.queued_at,
                    greatest(coalesce(c.now, 0), coalesce(t.ended, 0)) + cast(row_number() over (
                        partition by q.organisation_id, q.lane order by q.queued_at, q.analysis_id) - 1
                        as double precision) / q.weight as start
                from analysis_queue q left join clock c using (lane)
                left join analysis_turn t using (organisation_id, lane)
                where q.organisation_id <> :organisation and q.released_at is null),
            line as (
                select analysis_id, lane, kind, place from sent where analysis_id in (:ids)
                union all
                select own.analysis_id, own.lane, own.kind, 1 + own.ahead
                    + (select count(*) from sent where sent.lane = own.lane)
                    + (select count(*) from rival r where r.lane = own.lane
                        and (r.start, r.queued_at, r.analysis_id) < (own.start, own.queued_at, own.analysis_id))
                from own where own.analysis_id in (:ids))
            select line.analysis_id, line.place,
                ceil(coalesce(pace.seconds, 2) * (1 + (line.place - 1)
                    / cast(case lane when 'BATCH' then :batch else :interactive end as double precision))) as eta
            from line left join analysis_pace pace using (kind)\
            """)
                .param("ids", analysisIds)
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
