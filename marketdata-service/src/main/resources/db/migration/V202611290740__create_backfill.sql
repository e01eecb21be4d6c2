-- Which histories are being fetched from providers, and how far each has come. Shared by all organisations, as the market is:
-- whoever asks for a symbol that is under way waits for the same work.
CREATE TABLE backfill_work (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    symbol         text        NOT NULL,
    exchange       text        NOT NULL, -- '' where a provider's own main market is meant
    type           text        NOT NULL,
    first_day      date        NOT NULL,
    last_day       date        NOT NULL CHECK (last_day >= first_day),
    -- the days that have been asked for; both null at the beginning
    asked_from     date,
    asked_to       date,
    -- bars of two providers do not belong in one series: the first one that answers gives them all
    provider       text,
    given_up       text[]      NOT NULL DEFAULT '{}',
    state          text        NOT NULL CHECK (state IN ('WAITING', 'DONE', 'PARTIAL', 'FAILED')),
    error          text,
    detail         text,
    cut_short      text, -- why older days cannot be had
    attempts       integer     NOT NULL DEFAULT 0,
    restarts       integer     NOT NULL DEFAULT 0,
    retry_at       timestamptz NOT NULL,
    -- a replica at work; another one takes over when its time is over
    claimed_by     uuid,
    claimed_until  timestamptz,
    updated_at     timestamptz NOT NULL,
    UNIQUE (symbol, exchange),
    CHECK ((asked_from IS NULL) = (asked_to IS NULL))
);
CREATE INDEX backfill_work_due ON backfill_work (retry_at, id) WHERE state = 'WAITING';

-- Who asked for what.
CREATE TABLE backfill (
    id               uuid        PRIMARY KEY,
    organisation_id  uuid        NOT NULL,
    symbols          text[]      NOT NULL,
    first_day        date        NOT NULL,
    last_day         date        NOT NULL,
    created_at       timestamptz NOT NULL
);
CREATE INDEX backfill_by_organisation ON backfill (organisation_id, created_at);
ALTER TABLE backfill ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON backfill USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation());
