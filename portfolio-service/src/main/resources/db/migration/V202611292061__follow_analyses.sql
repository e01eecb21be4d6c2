-- What workers say is about the analyses of many organisations at once, and row-level security shows the service one at a time. Each
-- analysis is looked for under the organisation its event names, and nowhere else.

-- Nobody else changes these until the transaction ends; in the order of their ids, so that two do not wait for each other.
create function lock_analyses(ids uuid[], organisations uuid[]) returns setof analysis
    language sql volatile security definer set search_path = public, pg_temp
as $$
    select a.* from analysis a
    where (a.id, a.organisation_id) in (select * from unnest(ids, organisations)) order by a.id for update
$$;

-- Writes how the analyses fare by now, an array of one object for each, in all tables that keep it.
create function follow_analyses(changes jsonb) returns bigint
    language sql volatile security definer set search_path = public, pg_temp
as $$
    with change as materialized (
        select * from jsonb_to_recordset(changes) as c (
            id uuid, organisation uuid, state varchar, attempt integer, percent integer, eta bigint, problem jsonb,
            hash varchar, started timestamptz, finished timestamptz, begun boolean, ended boolean, seconds double precision)),
    known as (
        update analysis a set state = c.state, attempt = c.attempt, percent = c.percent, eta_seconds = c.eta,
            problem = c.problem, result_hash = c.hash, started_at = c.started, finished_at = c.finished
        from change c where a.id = c.id and a.organisation_id = c.organisation returning a.id, a.kind, c.seconds),
    begun as (
        update analysis_queue q set started_at = coalesce(q.started_at, now())
        from change c where q.analysis_id = c.id and c.begun and not c.ended),
    ended as (
        delete from analysis_queue q using change c where q.analysis_id = c.id and c.ended),
    -- a fifth of the newest durations, four fifths of what was thought before
    pace as (
        insert into analysis_pace as p (kind, seconds) select kind, avg(seconds) from known where seconds is not null group by kind
        on conflict (kind) do update set seconds = 0.8 * p.seconds + 0.2 * excluded.seconds)
    select count(*) from known
$$;
