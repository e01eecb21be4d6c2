-- The accounts that the rows of an import name and the portfolio does not have: committing it makes them, under these ids.
create table import_account (
    organisation_id uuid        not null,
    import_id       uuid        not null,
    account_id      uuid        not null,
    name            varchar(80) not null,
    primary key (import_id, account_id),
    foreign key (organisation_id, import_id) references portfolio_import (organisation_id, id) on delete cascade
);

alter table import_account enable row level security;
alter table import_account force row level security;
create policy own_organisation on import_account
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
