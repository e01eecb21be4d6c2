-- The portfolios of clients that were deleted. Alerts and analyses of them stay, and remain hidden from whoever could not see all clients.
create table former_client_portfolio (
    organisation_id uuid not null references organisation (id) on delete cascade,
    portfolio_id    uuid not null,
    primary key (organisation_id, portfolio_id)
);
alter table former_client_portfolio enable row level security;
alter table former_client_portfolio force row level security;
create policy own_organisation on former_client_portfolio
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
