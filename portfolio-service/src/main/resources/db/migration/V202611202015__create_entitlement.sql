-- The copy of what billing last said an organisation may do. Kept for organisations this service may not know yet, and
-- written by a listener that works for all, so without row-level security; it says nothing that belongs to a person.
create table entitlement (
    organisation_id uuid primary key,
    plan            varchar(40) not null,
    limits          jsonb       not null,
    queue_weight    integer     not null check (queue_weight >= 1),
    version         bigint      not null,
    changed_at      timestamptz not null
);
