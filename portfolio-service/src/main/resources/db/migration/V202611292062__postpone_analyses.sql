-- Until when a released job waits to be tried again. It takes no place of the lane's window meanwhile, but still one of those its
-- organisation's plan allows at once, so that an outage does not burn through everything that waits.
alter table analysis_queue add column postponed_until timestamptz;

create or replace function follow_analyses(changes jsonb) returns bigint
    language sql volatile security definer set search_path = public, pg_temp
as $$
    with change as materialized (
        select * from jsonb_to_recordset(changes) as c (
            id uuid, organisation uuid, state varchar, attempt integer, percent integer, eta bigint, problem jsonb,
            hash varchar, started timestamptz, finished timestamptz, begun boolean, ended boolean, seconds double precision,
            postponed bigint)),
    known as (
        update analysis a set state = c.state, attempt = c.attempt, percent = c.percent, eta_seconds = c.eta,
            problem = c.problem, result_hash = c.hash, started_at = c.started, finished_at = c.finished
        from change c where a.id = c.id and a.organisation_id = c.organisation returning a.id, a.kind, c.seconds),
    begun as (
        update analysis_queue q set started_at = coalesce(q.started_at, now()),
            postponed_until = now() + make_interval(secs => c.postponed)
        from change c where q.analysis_id = c.id and c.begun and not c.ended
            and (q.started_at is null or q.postponed_until is not null or c.postponed is not null)),
    ended as (
        delete from analysis_queue q using change c where q.analysis_id = c.id and c.ended),
    -- a fifth of the newest durations, four fifths of what was thought before
    pace as (
        insert into analysis_pace as p (kind, seconds) select kind, avg(seconds) from known where seconds is not null group by kind
        on conflict (kind) do update set seconds = 0.8 * p.seconds + 0.2 * excluded.seconds)
    select count(*) from known
$$;
