-- What was asked of the workers and how it fares.
create table analysis (
    id               uuid primary key,
    organisation_id  uuid        not null references organisation (id) on delete cascade,
    portfolio_id     uuid,
    requested_by     uuid        not null,
    kind             varchar(40) not null,
    state            varchar(10) not null default 'QUEUED'
        check (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    attempt          integer     not null default 0,
    percent          integer     not null default 0 check (percent between 0 and 100),
    eta_seconds      bigint,
    cancel_requested boolean     not null default false,
    problem          jsonb,
    result_hash      varchar(64),
    requested_at     timestamptz not null,
    started_at       timestamptz,
    finished_at      timestamptz,
    unique (organisation_id, id)
);
create index analysis_newest on analysis (organisation_id, requested_at desc, id desc);
create index analysis_newest_of_portfolio on analysis (organisation_id, portfolio_id, requested_at desc, id desc);

alter table analysis enable row level security;
alter table analysis force row level security;
create policy own_organisation on analysis
    using (organisation_id = current_organisation())
    with check (organisation_id = current_organisation());

-- The waiting room: one row for each analysis that is not over. The scheduler is fair between organisations, so it sees
-- all of them, and the row holds nothing of the analysis itself: no row-level security.
create table analysis_queue (
    analysis_id     uuid primary key,
    organisation_id uuid        not null,
    message_id      uuid        not null,
    kind            varchar(40) not null,
    weight          integer     not null check (weight >= 1),
    most_at_once    integer     not null check (most_at_once >= 1),
    queued_at       timestamptz not null,
    released_at     timestamptz,
    started_at      timestamptz,
    foreign key (organisation_id, analysis_id) references analysis (organisation_id, id) on delete cascade
);
create index analysis_queue_waiting on analysis_queue (organisation_id, queued_at, analysis_id) where released_at is null;
create index analysis_queue_released on analysis_queue (released_at) where released_at is not null;

-- How long an analysis of a kind takes lately, for the time that is left to those who wait.
create table analysis_pace (
    kind    varchar(40) primary key,
    seconds double precision not null
);
