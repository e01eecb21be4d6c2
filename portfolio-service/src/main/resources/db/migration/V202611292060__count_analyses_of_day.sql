-- How many analyses an organisation has asked for in a UTC day. Counting their rows anew at each question costs as much as it has
-- asked for already; and the row makes two askers of an organisation count one after the other.
create table analysis_day (
    organisation_id uuid    not null references organisation (id) on delete cascade,
    day             date    not null,
    asked           integer not null,
    primary key (organisation_id, day)
) with (fillfactor = 50); -- room for the row's next version on its page: no index entry is written when it counts
alter table analysis_day enable row level security;
alter table analysis_day force row level security;
create policy own_organisation on analysis_day
    using (organisation_id = current_organisation())
    with check (organisation_id = current_organisation());

insert into analysis_day (organisation_id, day, asked)
select organisation_id, (requested_at at time zone 'UTC')::date, count(*) from analysis
where requested_at >= date_trunc('day', now(), 'UTC') group by 1, 2;

create or replace function purge_analyses(before timestamptz) returns bigint
    language sql security definer set search_path = public, pg_temp
as $$
    with gone as (delete from analysis where finished_at < before returning 1),
    past as (delete from analysis_day where day < current_date - 7)
    select count(*) from gone
$$;

-- What is released, by lane and organisation: how many places of a window are taken.
drop index analysis_queue_released;
create index analysis_queue_released on analysis_queue (lane, organisation_id) where released_at is not null;
-- Rows come and go all the time; what is left of them is tidied up by number, not by share.
alter table analysis_queue set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
