-- The ledger forgets nothing: what a transaction said before it was changed or deleted, who did it and when. Rows are only
-- ever added.
create table ledger_transaction_revision (
    transaction_id  uuid           not null,
    -- of what is kept here, which counts up with every change
    version         bigint         not null,
    organisation_id uuid           not null,
    portfolio_id    uuid           not null,
    change          varchar(10)    not null check (change in ('CHANGED', 'DELETED')),
    changed_at      timestamptz    not null default clock_timestamp(),
    changed_by      uuid,
    recorded_at     timestamptz    not null,
    trade_date      date           not null,
    type            varchar(20)    not null,
    symbol          varchar(32),
    quantity        numeric(28, 10),
    quantity_per    numeric(28, 10),
    price           numeric(28, 10),
    currency        varchar(3)     not null,
    fee             numeric(28, 10) not null,
    amount          numeric(28, 10),
    new_symbol      varchar(32),
    basis_fraction  numeric(28, 10),
    cash_in_lieu    numeric(28, 10),
    chosen_lots     text,
    note            varchar(500),
    import_id       uuid,
    primary key (transaction_id, version),
    foreign key (organisation_id, portfolio_id) references portfolio (organisation_id, id) on delete cascade
);
create index ledger_transaction_revision_by_portfolio on ledger_transaction_revision (organisation_id, portfolio_id);
alter table ledger_transaction_revision enable row level security;
alter table ledger_transaction_revision force row level security;
create policy own_organisation on ledger_transaction_revision
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
