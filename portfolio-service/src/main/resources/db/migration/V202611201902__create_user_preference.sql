-- How one person wants to see things; one row per user, of whatever organisation.
create table user_preference (
    user_id        uuid primary key references app_user (id) on delete cascade,
    currency       char(3)     not null,
    risk_tolerance smallint    not null check (risk_tolerance between 1 and 5),
    theme          varchar(20) not null check (theme in ('SYSTEM', 'LIGHT', 'DARK')),
    level          varchar(20) not null check (level in ('SIMPLE', 'DETAILED', 'STUDENT')),
    gain_colours   varchar(20) not null check (gain_colours in ('TEAL_VERMILION', 'BLUE_ORANGE', 'GREEN_RED', 'RED_GREEN')),
    updated_at     timestamptz not null default now()
);
