-- Paper trading. A paper portfolio is a portfolio like any other, but its ledger is written by the fills of its orders alone.
alter table portfolio add column paper boolean not null default false;

create table paper_portfolio (
    portfolio_id    uuid primary key,
    organisation_id uuid            not null,
    starting_cash   numeric(28, 10) not null check (starting_cash > 0),
    -- whether its owner has been warned of a margin call since the account was last safe
    warned          boolean         not null default false,
    created_at      timestamptz     not null default now(),
    foreign key (organisation_id, portfolio_id) references portfolio (organisation_id, id) on delete cascade
);

create table paper_order (
    id              uuid primary key,
    organisation_id uuid            not null,
    portfolio_id    uuid            not null,
    sequence        bigint          generated always as identity,
    symbol          varchar(32)     not null,
    currency        varchar(3)      not null,
    lot_size        numeric(28, 10) not null check (lot_size > 0),
    type            varchar(13)     not null check (type in ('MARKET', 'LIMIT', 'STOP', 'STOP_LIMIT', 'TRAILING_STOP')),
    side            varchar(10)     not null check (side in ('BUY', 'SELL', 'SELL_SHORT')),
    quantity        numeric(28, 10) not null check (quantity > 0),
    limit_price     numeric(28, 10),
    stop_price      numeric(28, 10),
    trail_amount    numeric(28, 10),
    trail_fraction  numeric(28, 10),
    time_in_force   varchar(3)      not null check (time_in_force in ('DAY', 'GTC')),
    state           varchar(16)     not null
        check (state in ('NEW', 'ACCEPTED', 'PARTIALLY_FILLED', 'FILLED', 'CANCELLED', 'REJECTED', 'EXPIRED')),
    filled          numeric(28, 10) not null default 0,
    -- the sum of price times quantity, exact
    filled_value    numeric         not null default 0,
    fees            numeric(28, 10) not null default 0,
    fills           integer         not null default 0,
    -- only ticks younger than this count
    sees_after      timestamptz     not null,
    expires_at      timestamptz,
    triggered       boolean         not null default false,
    best_price      numeric(28, 10),
    reason_code     varchar(40),
    reason_message  varchar(500),
    reason_field    varchar(40),
    -- who entered it; absent of an order the platform made to meet a margin call
    entered_by      uuid,
    version         bigint          not null default 0,
    created_at      timestamptz     not null default clock_timestamp(),
    updated_at      timestamptz     not null default clock_timestamp(),
    unique (organisation_id, portfolio_id, id),
    check (filled <= quantity),
    check ((state = 'FILLED') = (filled = quantity)),
    foreign key (organisation_id, portfolio_id) references portfolio (organisation_id, id) on delete cascade
);
create index paper_order_by_portfolio on paper_order (organisation_id, portfolio_id, sequence);
create index paper_order_open on paper_order (organisation_id, portfolio_id) where state in ('ACCEPTED', 'PARTIALLY_FILLED');
create index paper_order_by_change on paper_order (updated_at);

-- A trade of an order. Its booking in the ledger is written in the same database transaction.
create table paper_execution (
    id              uuid primary key default uuidv7(),
    organisation_id uuid            not null,
    portfolio_id    uuid            not null,
    order_id        uuid            not null,
    sequence        bigint          generated always as identity,
    number          integer         not null,
    quantity        numeric(28, 10) not null check (quantity > 0),
    price           numeric(28, 10) not null,
    tick_price      numeric(28, 10) not null,
    tick_at         timestamptz     not null,
    fee             numeric(28, 10) not null,
    transaction_id  uuid            not null,
    created_at      timestamptz     not null default clock_timestamp(),
    unique (order_id, number),
    -- whoever sees a tick twice trades once
    unique (order_id, tick_at),
    foreign key (organisation_id, portfolio_id, order_id)
        references paper_order (organisation_id, portfolio_id, id) on delete cascade
);
create index paper_execution_by_portfolio on paper_execution (organisation_id, portfolio_id, sequence);

-- The audit trail: every command and every change, never changed and never deleted but with its portfolio.
create table paper_event (
    sequence        bigint          generated always as identity primary key,
    organisation_id uuid            not null,
    portfolio_id    uuid            not null,
    -- absent of what concerns the whole account
    order_id        uuid,
    kind            varchar(20)     not null check (kind in ('ENTERED', 'ACCEPTED', 'REJECTED', 'REPLACED', 'CANCELLED',
        'TRIGGERED', 'FILLED', 'EXPIRED', 'MARGIN_WARNING', 'LIQUIDATION')),
    -- who; absent when the market or the platform did it
    done_by         uuid,
    code            varchar(40),
    message         varchar(500),
    details         jsonb           not null,
    at              timestamptz     not null default clock_timestamp(),
    foreign key (organisation_id, portfolio_id) references portfolio (organisation_id, id) on delete cascade
);
create index paper_event_by_portfolio on paper_event (organisation_id, portfolio_id, sequence);
create index paper_event_by_order on paper_event (organisation_id, portfolio_id, order_id, sequence);
create function refuse_change_of_paper_event() returns trigger language plpgsql as $$
begin
    raise insufficient_privilege using message = 'the audit trail of paper trading is only ever added to';
end $$;
create trigger paper_event_stays before update on paper_event
    for each row execute function refuse_change_of_paper_event();

alter table paper_portfolio enable row level security;
alter table paper_portfolio force row level security;
create policy own_organisation on paper_portfolio
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
alter table paper_order enable row level security;
alter table paper_order force row level security;
create policy own_organisation on paper_order
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
alter table paper_execution enable row level security;
alter table paper_execution force row level security;
create policy own_organisation on paper_execution
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
alter table paper_event enable row level security;
alter table paper_event force row level security;
create policy own_organisation on paper_event
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());

-- Row-level security shows the service one organisation at a time; what ticks are to meet is looked for among all of them: the
-- open orders, and what was changed since, so that those that are over are forgotten.
create function changed_paper_orders(since timestamptz, after_change timestamptz, after_id uuid, most integer)
    returns table (changed_order uuid, of_organisation uuid, changed_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select id, organisation_id, updated_at from paper_order
    where updated_at >= since and (updated_at, id) > (after_change, after_id) order by updated_at, id limit most
$$;
create function open_paper_orders(after_id uuid, most integer)
    returns table (open_order uuid, of_organisation uuid)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select id, organisation_id from paper_order
    where state in ('ACCEPTED', 'PARTIALLY_FILLED') and id > after_id order by id limit most
$$;
create index paper_order_open_by_id on paper_order (id) where state in ('ACCEPTED', 'PARTIALLY_FILLED');
-- the accounts that ever traded, whose margin ticks are to watch
create function traded_paper_portfolios(after_id uuid, most integer)
    returns table (traded_portfolio uuid, of_organisation uuid)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select portfolio_id, organisation_id from paper_portfolio p where portfolio_id > after_id
        and exists (select 1 from paper_execution e
            where e.organisation_id = p.organisation_id and e.portfolio_id = p.portfolio_id)
    order by portfolio_id limit most
$$;
