-- Who there is. These tables are read before anyone's organisation is known (at sign-in, when a token is made),
-- so they carry no row-level security; every table of an organisation's data does.
create table organisation (
    id         uuid primary key,
    name       varchar(120) not null,
    purpose    varchar(20)  not null check (purpose in ('SIGN_UP', 'GUEST', 'LOCAL_DEMO')),
    demo_until timestamptz,
    created_at timestamptz  not null default now(),
    check ((purpose = 'GUEST') = (demo_until is not null))
);
create index organisation_by_demo_until on organisation (demo_until) where demo_until is not null;

create table app_user (
    id            uuid primary key,
    email         varchar(254),
    password_hash varchar(255),
    name          varchar(120) not null,
    guest         boolean      not null default false,
    created_at    timestamptz  not null default now(),
    check (email = lower(email)),
    check ((email is null) = (password_hash is null))
);
create unique index app_user_by_email on app_user (email);

create table membership (
    user_id         uuid        not null references app_user (id) on delete cascade,
    organisation_id uuid        not null references organisation (id) on delete cascade,
    role            varchar(20) not null
        check (role in ('OWNER', 'ADVISER', 'MEMBER', 'VIEWER', 'STUDENT', 'TEACHER', 'ADMIN')),
    created_at      timestamptz not null default now(),
    primary key (user_id, organisation_id, role)
);
create index membership_by_organisation on membership (organisation_id);
