-- What an organisation asks for an instrument, and of every margin account, from a day on. What a row leaves out is the standard.
create table margin_rate (
    organisation_id   uuid        not null references organisation (id) on delete cascade,
    symbol            varchar(32) not null,
    valid_from        date        not null,
    marginable        boolean,
    initial_long      numeric(7, 6) check (initial_long between 0 and 1),
    maintenance_long  numeric(7, 6) check (maintenance_long between 0 and 1),
    initial_short     numeric(8, 6) check (initial_short between 0 and 10),
    maintenance_short numeric(8, 6) check (maintenance_short between 0 and 10),
    risk_class        varchar(20) check (risk_class in ('EQUITY', 'BROAD_INDEX', 'LARGE_CAP_INDEX')),
    set_by            uuid        not null,
    set_at            timestamptz not null default now(),
    primary key (organisation_id, symbol, valid_from)
);
alter table margin_rate enable row level security;
alter table margin_rate force row level security;
create policy own_organisation on margin_rate
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());

create table margin_terms (
    organisation_id      uuid          not null references organisation (id) on delete cascade,
    valid_from           date          not null,
    concentrated_from    numeric(7, 6) not null check (concentrated_from > 0 and concentrated_from <= 1),
    concentration_add_on numeric(7, 6) not null check (concentration_add_on between 0 and 1),
    interest_rate        numeric(9, 8) not null check (interest_rate between 0 and 1),
    day_count            smallint      not null check (day_count in (360, 365)),
    intraday_regime      varchar(20)   not null check (intraday_regime in ('PATTERN_DAY_TRADER', 'INTRADAY_DEFICIT')),
    set_by               uuid          not null,
    set_at               timestamptz   not null default now(),
    primary key (organisation_id, valid_from)
);
alter table margin_terms enable row level security;
alter table margin_terms force row level security;
create policy own_organisation on margin_terms
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
