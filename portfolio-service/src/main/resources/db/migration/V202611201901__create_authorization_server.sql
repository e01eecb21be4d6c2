-- Spring Security's own three tables (7.1.0), blob and timestamp written as PostgreSQL's text and timestamptz as their
-- comment asks, with the indexes Spring does not ship: a token is looked up at every exchange.
create table oauth2_registered_client (
    id                            varchar(100)  not null primary key,
    client_id                     varchar(100)  not null,
    client_id_issued_at           timestamptz   not null default current_timestamp,
    client_secret                 varchar(200),
    client_secret_expires_at      timestamptz,
    client_name                   varchar(200)  not null,
    client_authentication_methods varchar(1000) not null,
    authorization_grant_types     varchar(1000) not null,
    redirect_uris                 varchar(1000),
    post_logout_redirect_uris     varchar(1000),
    scopes                        varchar(1000) not null,
    client_settings               varchar(2000) not null,
    token_settings                varchar(2000) not null
);
create unique index oauth2_registered_client_by_client_id on oauth2_registered_client (client_id);

create table oauth2_authorization_consent (
    registered_client_id varchar(100)  not null,
    principal_name       varchar(200)  not null,
    authorities          varchar(1000) not null,
    primary key (registered_client_id, principal_name)
);

create table oauth2_authorization (
    id                            varchar(100) not null primary key,
    registered_client_id          varchar(100) not null,
    principal_name                varchar(200) not null,
    authorization_grant_type      varchar(100) not null,
    authorized_scopes             varchar(1000),
    attributes                    text,
    state                         varchar(500),
    authorization_code_value      text,
    authorization_code_issued_at  timestamptz,
    authorization_code_expires_at timestamptz,
    authorization_code_metadata   text,
    access_token_value            text,
    access_token_issued_at        timestamptz,
    access_token_expires_at       timestamptz,
    access_token_metadata         text,
    access_token_type             varchar(100),
    access_token_scopes           varchar(1000),
    oidc_id_token_value           text,
    oidc_id_token_issued_at       timestamptz,
    oidc_id_token_expires_at      timestamptz,
    oidc_id_token_metadata        text,
    refresh_token_value           text,
    refresh_token_issued_at       timestamptz,
    refresh_token_expires_at      timestamptz,
    refresh_token_metadata        text,
    user_code_value               text,
    user_code_issued_at           timestamptz,
    user_code_expires_at          timestamptz,
    user_code_metadata            text,
    device_code_value             text,
    device_code_issued_at         timestamptz,
    device_code_expires_at        timestamptz,
    device_code_metadata          text
);
-- hash, because a token is longer than a btree entry may be
create index oauth2_authorization_by_state on oauth2_authorization using hash (state);
create index oauth2_authorization_by_code on oauth2_authorization using hash (authorization_code_value);
create index oauth2_authorization_by_access_token on oauth2_authorization using hash (access_token_value);
create index oauth2_authorization_by_id_token on oauth2_authorization using hash (oidc_id_token_value);
create index oauth2_authorization_by_refresh_token on oauth2_authorization using hash (refresh_token_value);
create index oauth2_authorization_by_user_code on oauth2_authorization using hash (user_code_value);
create index oauth2_authorization_by_device_code on oauth2_authorization using hash (device_code_value);
create index oauth2_authorization_by_principal on oauth2_authorization (principal_name);

-- The keys that sign tokens; jwk is encrypted with RISKWATCH_KEY_SECRET before it comes here.
create table signing_key (
    kid        varchar(64) primary key,
    jwk        text        not null,
    created_at timestamptz not null default now()
);

-- A program that acts as a user: OAuth client credentials. Deleting the registered client deletes the row.
create table api_client (
    client_id       varchar(100) primary key references oauth2_registered_client (client_id) on delete cascade,
    user_id         uuid         not null references app_user (id) on delete cascade,
    organisation_id uuid         not null references organisation (id) on delete cascade,
    name            varchar(100) not null,
    created_at      timestamptz  not null default now()
);
create index api_client_by_user on api_client (user_id, created_at);
create index api_client_by_organisation on api_client (organisation_id);

-- Only the SHA-256 of the token is kept: who reads this table cannot act as anyone.
create table personal_access_token (
    id              uuid primary key,
    user_id         uuid         not null references app_user (id) on delete cascade,
    organisation_id uuid         not null references organisation (id) on delete cascade,
    name            varchar(100) not null,
    token_hash      bytea        not null unique,
    expires_at      timestamptz  not null,
    last_used_at    timestamptz,
    created_at      timestamptz  not null default now()
);
create index personal_access_token_by_user on personal_access_token (user_id, created_at);
create index personal_access_token_by_organisation on personal_access_token (organisation_id);
