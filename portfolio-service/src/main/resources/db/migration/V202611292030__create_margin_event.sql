-- Where every watched margin account stands, and each change of it. The figures in between are computed, never stored.
create table margin_state (
    portfolio_id    uuid primary key,
    organisation_id uuid        not null,
    state           varchar(7)  not null default 'OK' check (state in ('OK', 'WATCH', 'WARNING', 'CALL', 'STALE')),
    -- counts the changes of state: whoever writes the next one names it, so that each is written once
    version         bigint      not null default 0,
    -- the newest price there was when the state was found: whoever knows only older ones does not change it
    prices_as_of    timestamptz not null default '-infinity',
    -- counts the changes of what the account consists of, for replicas that were not told
    content         bigint      not null default 0,
    foreign key (organisation_id, portfolio_id) references portfolio (organisation_id, id) on delete cascade
);

create table margin_event (
    id                 uuid primary key default uuidv7(),
    organisation_id    uuid           not null,
    portfolio_id       uuid           not null,
    at                 timestamptz    not null,
    state_before       varchar(7)     not null,
    state_after        varchar(7)     not null,
    -- the price that caused it; absent when no price did
    symbol             varchar(32),
    price              numeric(28, 10),
    price_currency     varchar(3),
    price_as_of        timestamptz,
    -- the figures behind the state, in the account's base currency
    currency           varchar(3)     not null,
    portfolio_value    numeric(28, 10) not null,
    loan_amount        numeric(28, 10) not null,
    net_equity         numeric(28, 10) not null,
    margin_requirement numeric(28, 10) not null,
    margin_shortfall   numeric(28, 10) not null,
    -- absent when there is no equity
    utilization        numeric(28, 10),
    foreign key (organisation_id, portfolio_id) references portfolio (organisation_id, id) on delete cascade
);
create index margin_event_by_age on margin_event (organisation_id, portfolio_id, at desc, id desc);

alter table margin_state enable row level security;
alter table margin_state force row level security;
create policy own_organisation on margin_state
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
alter table margin_event enable row level security;
alter table margin_event force row level security;
create policy own_organisation on margin_event
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
-- what has happened is read and added to, and never changed
create function refuse_change_of_margin_event() returns trigger language plpgsql as $$
begin
    raise insufficient_privilege using message = 'what happened to a margin account is only ever added to';
end $$;
create trigger margin_event_stays before update on margin_event
    for each row execute function refuse_change_of_margin_event();
