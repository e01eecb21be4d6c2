-- What each provider's key has spent today, and how its last calls went. One row per provider; its lock orders the calls of all replicas.
CREATE TABLE provider_account (
    provider         text    PRIMARY KEY,
    day              date    NOT NULL,
    used             integer NOT NULL CHECK (used >= 0),
    blocked_until    timestamptz,
    last_error       text,
    last_error_at    timestamptz,
    last_success_at  timestamptz
);

-- The calls of the last minutes, one by one: any sixty seconds must stay within the plan.
CREATE TABLE provider_call (
    id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    provider  text        NOT NULL,
    at        timestamptz NOT NULL,
    credits   integer     NOT NULL CHECK (credits >= 0)
);
CREATE INDEX provider_call_recent ON provider_call (provider, at);
