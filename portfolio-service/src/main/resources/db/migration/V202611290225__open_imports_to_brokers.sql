-- A row of a broker's file may come to several bookings, so that its line is not its key any more; and a broker that names
-- a security by ISIN and ticker teaches the organisation which belong together.
alter table import_row add column position integer;
update import_row set position = line;
alter table import_row alter column position set not null;
alter table import_row drop constraint import_row_pkey;
alter table import_row add primary key (import_id, position);
alter table import_row add column isin varchar(12);

create table security_alias (
    organisation_id uuid        not null references organisation (id) on delete cascade,
    isin            varchar(12) not null,
    symbol          varchar(32) not null,
    learnt_at       timestamptz not null default now(),
    primary key (organisation_id, isin)
);
alter table security_alias enable row level security;
alter table security_alias force row level security;
create policy own_organisation on security_alias
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());

-- What an organisation said the columns of a file mean, reused for the next file with the same header.
create table import_template (
    id              uuid primary key default uuidv7(),
    organisation_id uuid         not null references organisation (id) on delete cascade,
    name            varchar(80)  not null,
    -- the names of the header in lower case, a line each
    header          text         not null,
    mapping         jsonb        not null,
    created_at      timestamptz  not null default now(),
    unique (organisation_id, header)
);
alter table import_template enable row level security;
alter table import_template force row level security;
create policy own_organisation on import_template
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
