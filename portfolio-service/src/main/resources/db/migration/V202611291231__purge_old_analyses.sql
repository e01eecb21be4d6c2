-- Row-level security shows the service one organisation at a time; what is kept no longer goes for all of them.
create function purge_analyses(before timestamptz) returns bigint
    language sql security definer set search_path = public, pg_temp
as $$
    with gone as (delete from analysis where finished_at < before returning 1)
    select count(*) from gone
$$;
create index analysis_finished on analysis (finished_at) where finished_at is not null;
