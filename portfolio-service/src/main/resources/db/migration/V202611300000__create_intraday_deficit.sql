-- The largest shortfall of a day that stood after a purchase, a short sale or a withdrawal, and whether it was made up for.
create table margin_intraday_deficit (
    portfolio_id    uuid           not null,
    organisation_id uuid           not null,
    day             date           not null,
    currency        varchar(3)     not null,
    amount          numeric(28, 10) not null check (amount > 0),
    at              timestamptz    not null,
    -- right after it arose
    equity          numeric(28, 10) not null,
    -- by how much transactions raised the level since
    raised          numeric(28, 10) not null,
    met_at          timestamptz,
    -- the count of the account's changes (margin_state.content) that are in it: each counts once, whichever replica saw it
    changes         bigint         not null,
    primary key (portfolio_id, day),
    foreign key (organisation_id, portfolio_id) references portfolio (organisation_id, id) on delete cascade
);

alter table margin_intraday_deficit enable row level security;
alter table margin_intraday_deficit force row level security;
create policy own_organisation on margin_intraday_deficit
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
