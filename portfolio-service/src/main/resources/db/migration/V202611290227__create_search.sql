-- Trigrams, for words with typing errors in them. The extension is trusted: the owner of the database may create it.
create extension if not exists pg_trgm;

-- What the securities of an organisation are called, learnt from the market; without a name when it knows none.
create table seen_instrument (
    organisation_id uuid         not null references organisation (id) on delete cascade,
    symbol          varchar(32)  not null,
    name            varchar(200),
    asked_at        timestamptz  not null default now(),
    primary key (organisation_id, symbol)
);
alter table seen_instrument enable row level security;
alter table seen_instrument force row level security;
create policy own_organisation on seen_instrument
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create index ledger_transaction_by_symbol on ledger_transaction (organisation_id, symbol);
