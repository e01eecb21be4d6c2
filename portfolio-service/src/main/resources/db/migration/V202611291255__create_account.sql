-- The accounts of a portfolio: every booking stands in one, and a transfer between two of them in both.
create table account (
    id              uuid primary key default uuidv7(),
    organisation_id uuid        not null,
    portfolio_id    uuid        not null,
    name            varchar(80) not null,
    kind            varchar(10) not null check (kind in ('CASH', 'MARGIN')),
    shorts_allowed  boolean     not null default false,
    -- the one that bookings which name none stand in
    is_default      boolean     not null default false,
    version         bigint      not null default 0,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    unique (organisation_id, portfolio_id, id),
    check (kind = 'MARGIN' or not shorts_allowed),
    foreign key (organisation_id, portfolio_id) references portfolio (organisation_id, id) on delete cascade
);
create unique index account_by_name on account (portfolio_id, lower(name));
create unique index account_default on account (portfolio_id) where is_default;

insert into account (organisation_id, portfolio_id, name, kind, is_default)
select organisation_id, id, 'Main account', 'CASH', true from portfolio;

alter table account enable row level security;
alter table account force row level security;
create policy own_organisation on account
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());

alter table ledger_transaction add column account_id uuid;
alter table ledger_transaction add column to_account_id uuid;
update ledger_transaction t set account_id = a.id from account a where a.portfolio_id = t.portfolio_id and a.is_default;
alter table ledger_transaction alter column account_id set not null;
alter table ledger_transaction add check (to_account_id <> account_id);
alter table ledger_transaction add foreign key (organisation_id, portfolio_id, account_id)
    references account (organisation_id, portfolio_id, id);
alter table ledger_transaction add foreign key (organisation_id, portfolio_id, to_account_id)
    references account (organisation_id, portfolio_id, id);
create index ledger_transaction_by_account on ledger_transaction (organisation_id, portfolio_id, account_id);
create index ledger_transaction_by_to_account on ledger_transaction (organisation_id, portfolio_id, to_account_id)
    where to_account_id is not null;

-- Whoever names no account, as a replica of the version before does while it is being replaced, means the default one.
create function put_in_default_account() returns trigger language plpgsql as $$
begin
    new.account_id := (select id from account where portfolio_id = new.portfolio_id and is_default);
    return new;
end $$;
create trigger put_in_default_account before insert on ledger_transaction
    for each row when (new.account_id is null) execute function put_in_default_account();

-- The place within the day is TransactionType.dayOrder: a corporate action, what brings in, what moves between accounts,
-- what takes out.
alter table ledger_transaction drop column day_order;
alter table ledger_transaction add column day_order smallint generated always as
    (case when type in ('SPLIT', 'STOCK_DIVIDEND', 'SPIN_OFF', 'MERGER', 'RETURN_OF_CAPITAL') then 0
          when type = 'TRANSFER' then 2
          when type in ('SELL', 'TRANSFER_OUT', 'WITHDRAWAL') then 3 else 1 end) stored;
create index ledger_transaction_replay on ledger_transaction (portfolio_id, trade_date, day_order, sequence);
alter table import_row drop column day_order;
alter table import_row add column day_order smallint generated always as
    (case when type in ('SPLIT', 'STOCK_DIVIDEND', 'SPIN_OFF', 'MERGER', 'RETURN_OF_CAPITAL') then 0
          when type = 'TRANSFER' then 2
          when type in ('SELL', 'TRANSFER_OUT', 'WITHDRAWAL') then 3 else 1 end) stored;

alter table import_row add column account_id uuid;
alter table import_row add column to_account_id uuid;
update import_row r set account_id = a.id from portfolio_import i join account a on a.portfolio_id = i.portfolio_id and a.is_default
    where i.id = r.import_id and r.type is not null;

alter table ledger_transaction_revision add column account_id uuid;
alter table ledger_transaction_revision add column to_account_id uuid;
update ledger_transaction_revision r set account_id = a.id from account a
    where a.portfolio_id = r.portfolio_id and a.is_default;
