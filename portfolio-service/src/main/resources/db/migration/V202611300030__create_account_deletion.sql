-- Accounts whose deletion was asked for and is not finished; the row goes with the last of its work. It is about nobody's
-- organisation but about a person, so it carries no row-level security.
create table account_deletion (
    user_id            uuid primary key,
    -- those of which they were the only member, which go with them
    organisations      uuid[]      not null,
    -- those that go on without them
    left_organisations uuid[]      not null,
    -- their sessions at the authorization server
    sign_ins           text[]      not null,
    requested_at       timestamptz not null default now(),
    attempts           integer     not null default 0,
    -- when it is somebody's turn to work on it; whoever does moves it on, so that nobody else does meanwhile
    due_at             timestamptz not null default now(),
    last_error         text
);
create index account_deletion_by_due_at on account_deletion (due_at);
