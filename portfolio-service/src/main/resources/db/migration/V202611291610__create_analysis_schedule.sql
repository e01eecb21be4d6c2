-- Questions that are asked every day or every week. A schedule of a portfolio goes with the portfolio.
create table analysis_schedule (
    id               uuid primary key default uuidv7(),
    organisation_id  uuid         not null references organisation (id) on delete cascade,
    portfolio_id     uuid,
    -- on whose behalf it asks: who saved it last
    saved_by         uuid         not null,
    name             varchar(120) not null,
    request          text         not null,
    cadence          varchar(10)  not null check (cadence in ('DAILY', 'WEEKLY')),
    day_of_week      varchar(9)
        check (day_of_week in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    time_of_day      time         not null,
    zone             varchar(64)  not null,
    -- absent while it is switched off or has paused itself
    next_run_at      timestamptz,
    last_analysis_id uuid,
    last_run_at      timestamptz,
    last_problem     jsonb,
    refused_in_a_row integer      not null default 0,
    paused_because   varchar(1000),
    version          bigint       not null default 0,
    created_at       timestamptz  not null default now(),
    updated_at       timestamptz  not null default now(),
    check ((cadence = 'WEEKLY') = (day_of_week is not null)),
    check (next_run_at is null or paused_because is null),
    foreign key (organisation_id, portfolio_id) references portfolio (organisation_id, id) on delete cascade
);
create index analysis_schedule_by_age on analysis_schedule (organisation_id, created_at, id);
create index analysis_schedule_by_portfolio on analysis_schedule (organisation_id, portfolio_id);
create index analysis_schedule_due on analysis_schedule (next_run_at, id) where next_run_at is not null;

alter table analysis_schedule enable row level security;
alter table analysis_schedule force row level security;
create policy own_organisation on analysis_schedule
    using (organisation_id = current_organisation())
    with check (organisation_id = current_organisation());

-- Row-level security shows the service one organisation at a time; what is due is looked for among all of them, and each is
-- then run as its own organisation.
create function due_analysis_schedules(moment timestamptz, after_due timestamptz, after_id uuid, most integer)
    returns table (schedule_id uuid, of_organisation uuid, due_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select id, organisation_id, next_run_at from analysis_schedule
    where next_run_at <= moment and (next_run_at, id) > (after_due, after_id) order by next_run_at, id limit most
$$;

-- The schedule that asked. It stays when the schedule is deleted: what was computed is its owner's.
alter table analysis add column schedule_id uuid;
create index analysis_newest_of_schedule on analysis (organisation_id, schedule_id, requested_at desc, id desc)
    where schedule_id is not null;
