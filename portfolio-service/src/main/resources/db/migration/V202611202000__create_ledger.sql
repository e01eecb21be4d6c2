-- Portfolios and their ledgers. Everything here belongs to one organisation: every foreign key carries it, so that a
-- row can never point into another's, and row-level security is the second lock behind the service's own filter.
create table portfolio (
    id              uuid primary key default uuidv7(),
    organisation_id uuid         not null references organisation (id) on delete cascade,
    name            varchar(120) not null,
    base_currency   varchar(3)   not null,
    sample          boolean      not null default false,
    version         bigint       not null default 0,
    created_at      timestamptz  not null default now(),
    updated_at      timestamptz  not null default now(),
    unique (organisation_id, id)
);
create index portfolio_by_age on portfolio (organisation_id, created_at, id);

create table portfolio_import (
    id              uuid primary key default uuidv7(),
    organisation_id uuid        not null,
    portfolio_id    uuid        not null,
    format          varchar(40) not null,
    state           varchar(10) not null check (state in ('PREVIEW', 'COMMITTED', 'UNDONE')),
    created_at      timestamptz not null default now(),
    committed_at    timestamptz,
    undone_at       timestamptz,
    unique (organisation_id, id),
    foreign key (organisation_id, portfolio_id) references portfolio (organisation_id, id) on delete cascade
);
create index portfolio_import_by_portfolio on portfolio_import (portfolio_id, created_at);

create table ledger_transaction (
    id              uuid primary key default uuidv7(),
    organisation_id uuid           not null,
    portfolio_id    uuid           not null,
    sequence        bigint         generated always as identity,
    trade_date      date           not null,
    type            varchar(12)    not null,
    -- the rule of TransactionType.dayOrder: a split, then what brings in, then what takes out
    day_order       smallint       generated always as
        (case type when 'SPLIT' then 0 when 'SELL' then 2 when 'TRANSFER_OUT' then 2 when 'WITHDRAWAL' then 2 else 1 end) stored,
    symbol          varchar(32),
    quantity        numeric(28, 10),
    quantity_per    numeric(28, 10),
    price           numeric(28, 10),
    currency        varchar(3)     not null,
    fee             numeric(28, 10) not null default 0,
    amount          numeric(28, 10),
    note            varchar(500),
    -- what makes a row of a statement the same row the second time it is imported
    identity        uuid           not null,
    import_id       uuid,
    version         bigint         not null default 0,
    created_at      timestamptz    not null default now(),
    updated_at      timestamptz    not null default now(),
    unique (portfolio_id, identity),
    foreign key (organisation_id, portfolio_id) references portfolio (organisation_id, id) on delete cascade,
    foreign key (organisation_id, import_id) references portfolio_import (organisation_id, id)
);
create index ledger_transaction_replay on ledger_transaction (portfolio_id, trade_date, day_order, sequence);
create index ledger_transaction_by_import on ledger_transaction (organisation_id, import_id) where import_id is not null;

create table import_row (
    import_id       uuid        not null,
    organisation_id uuid        not null,
    line            integer     not null,
    status          varchar(10) not null check (status in ('NEW', 'DUPLICATE', 'IGNORED', 'ERROR')),
    reason          varchar(500),
    column_name     varchar(40),
    trade_date      date,
    type            varchar(12),
    day_order       smallint    generated always as
        (case type when 'SPLIT' then 0 when 'SELL' then 2 when 'TRANSFER_OUT' then 2 when 'WITHDRAWAL' then 2 else 1 end) stored,
    symbol          varchar(32),
    quantity        numeric(28, 10),
    quantity_per    numeric(28, 10),
    price           numeric(28, 10),
    currency        varchar(3),
    fee             numeric(28, 10),
    amount          numeric(28, 10),
    note            varchar(500),
    identity        uuid,
    primary key (import_id, line),
    foreign key (organisation_id, import_id) references portfolio_import (organisation_id, id) on delete cascade
);

alter table portfolio enable row level security;
alter table portfolio force row level security;
create policy own_organisation on portfolio
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
alter table portfolio_import enable row level security;
alter table portfolio_import force row level security;
create policy own_organisation on portfolio_import
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
alter table ledger_transaction enable row level security;
alter table ledger_transaction force row level security;
create policy own_organisation on ledger_transaction
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
alter table import_row enable row level security;
alter table import_row force row level security;
create policy own_organisation on import_row
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
