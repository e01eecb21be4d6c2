-- Clients of an adviser. A client owns one margin account, which is a portfolio; its number is for who cannot use a UUID.
alter table portfolio add column of_client boolean not null default false;

create table client (
    id              uuid primary key default uuidv7(),
    number          bigint       not null generated always as identity,
    organisation_id uuid         not null,
    portfolio_id    uuid         not null,
    name            varchar(255) not null,
    notes           varchar(4000),
    -- what the client is said to owe; absent: what the cash of the account owes
    loan            numeric(28, 10) check (loan >= 0),
    created_by      uuid,
    version         bigint       not null default 0,
    created_at      timestamptz  not null default now(),
    updated_at      timestamptz  not null default now(),
    unique (organisation_id, id),
    unique (organisation_id, number),
    unique (portfolio_id),
    foreign key (organisation_id, portfolio_id) references portfolio (organisation_id, id) on delete cascade
);
create index client_by_name on client (organisation_id, lower(name), id);

alter table client enable row level security;
alter table client force row level security;
create policy own_organisation on client
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());

-- The numbers of holdings: one for each symbol a client ever held.
create table client_position (
    number          bigint      not null generated always as identity,
    organisation_id uuid        not null,
    client_id       uuid        not null,
    symbol          varchar(32) not null,
    primary key (client_id, symbol),
    unique (organisation_id, number),
    foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
);
alter table client_position enable row level security;
alter table client_position force row level security;
create policy own_organisation on client_position
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());

-- Who may see a client's portfolio although their role does not show them all.
create table portfolio_grant (
    organisation_id uuid        not null,
    portfolio_id    uuid        not null,
    user_id         uuid        not null references app_user (id) on delete cascade,
    scope           varchar(10) not null check (scope in ('READ', 'COMMENT', 'TRADE')),
    granted_by      uuid,
    granted_at      timestamptz not null default now(),
    primary key (portfolio_id, user_id),
    foreign key (organisation_id, portfolio_id) references portfolio (organisation_id, id) on delete cascade
);
create index portfolio_grant_by_user on portfolio_grant (user_id);
alter table portfolio_grant enable row level security;
alter table portfolio_grant force row level security;
create policy own_organisation on portfolio_grant
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());

-- Who read or changed a client, and what it said before and afterwards. Rows are only ever added, and outlive the client.
create table client_event (
    id              uuid primary key default uuidv7(),
    organisation_id uuid        not null references organisation (id) on delete cascade,
    client_id       uuid        not null,
    at              timestamptz not null default clock_timestamp(),
    -- absent when no person did it
    user_id         uuid,
    kind            varchar(20) not null,
    before          jsonb,
    after           jsonb
);
create index client_event_newest on client_event (organisation_id, client_id, id desc);
alter table client_event enable row level security;
alter table client_event force row level security;
create policy own_organisation on client_event
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
