-- What an organisation wants its portfolios to be, and what it wants to hear about them.
create table target_allocation (
    portfolio_id    uuid primary key,
    organisation_id uuid        not null,
    dimension       varchar(10) not null check (dimension in ('CLASS', 'SECTOR', 'CURRENCY', 'REGION', 'SYMBOL')),
    weights         jsonb       not null,
    updated_at      timestamptz not null default now(),
    foreign key (organisation_id, portfolio_id) references portfolio (organisation_id, id) on delete cascade
);
alter table target_allocation enable row level security;
alter table target_allocation force row level security;
create policy own_organisation on target_allocation
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());

create table recommendation_threshold (
    organisation_id uuid             not null references organisation (id) on delete cascade,
    rule            varchar(30)      not null,
    threshold       double precision not null,
    primary key (organisation_id, rule)
);
alter table recommendation_threshold enable row level security;
alter table recommendation_threshold force row level security;
create policy own_organisation on recommendation_threshold
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());

create table recommendation_dismissal (
    portfolio_id      uuid         not null,
    recommendation_id uuid         not null,
    organisation_id   uuid         not null,
    dismissed_by      uuid         not null,
    reason            varchar(500) not null,
    dismissed_at      timestamptz  not null default now(),
    primary key (portfolio_id, recommendation_id),
    foreign key (organisation_id, portfolio_id) references portfolio (organisation_id, id) on delete cascade
);
alter table recommendation_dismissal enable row level security;
alter table recommendation_dismissal force row level security;
create policy own_organisation on recommendation_dismissal
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
