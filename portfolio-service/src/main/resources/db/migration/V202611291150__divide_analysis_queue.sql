-- Two queues: what somebody waits for, and what may take the night. Each has its own turns and its own window.
alter table analysis_queue
    add column lane varchar(11) not null default 'INTERACTIVE' check (lane in ('INTERACTIVE', 'BATCH'));

-- Start-time fair queueing: when, on the lane's virtual clock, an organisation's last released analysis started and ended.
-- The clock is the latest start. Not a tenant's table: the scheduler works for all.
create table analysis_turn (
    lane            varchar(11)      not null,
    organisation_id uuid             not null,
    started         double precision not null,
    ended           double precision not null,
    primary key (lane, organisation_id)
);

-- The head of every organisation's line, which the scheduler asks for at each release.
drop index analysis_queue_waiting;
create index analysis_queue_waiting on analysis_queue (lane, organisation_id, queued_at, analysis_id)
    where released_at is null;
