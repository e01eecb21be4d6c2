-- Price files an organisation uploaded. A file is one batch: previewed, committed, undone as a whole.
CREATE TABLE history_import (
    id               uuid        PRIMARY KEY,
    organisation_id  uuid        NOT NULL,
    file_name        text        NOT NULL,
    format           text        NOT NULL,
    state            text        NOT NULL CHECK (state IN ('PREVIEW', 'COMMITTED', 'UNDONE')),
    currency         text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    first_day        date        NOT NULL,
    last_day         date        NOT NULL,
    new_count        bigint      NOT NULL,
    duplicate_count  bigint      NOT NULL,
    revised_count    bigint      NOT NULL,
    ignored_count    bigint      NOT NULL,
    rows             text        NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT now(),
    -- the order in which batches were committed: a later batch wins where two name the same day
    commit_number    bigint
);
CREATE INDEX history_import_by_organisation ON history_import (organisation_id, created_at);
CREATE SEQUENCE history_commit;

-- The prices of one batch, a column of big-endian numbers per symbol: days as int32 since 1970-01-01, prices as float64.
CREATE TABLE history_layer (
    import_id        uuid    NOT NULL REFERENCES history_import ON DELETE CASCADE,
    organisation_id  uuid    NOT NULL,
    symbol           text    NOT NULL,
    days             bytea   NOT NULL,
    close            bytea   NOT NULL,
    open             bytea,
    high             bytea,
    low              bytea,
    volume           bytea,
    PRIMARY KEY (import_id, symbol)
);
CREATE INDEX history_layer_by_symbol ON history_layer (organisation_id, symbol);

-- What an organisation's batches amount to, symbol by symbol: rebuilt whenever a batch is committed or undone.
CREATE TABLE history_series (
    organisation_id  uuid             NOT NULL,
    symbol           text             NOT NULL,
    currency         text             NOT NULL,
    first_day        date             NOT NULL,
    last_day         date             NOT NULL,
    last_close       double precision NOT NULL,
    previous_close   double precision,
    days             bytea            NOT NULL,
    close            bytea            NOT NULL,
    open             bytea,
    high             bytea,
    low              bytea,
    volume           bytea,
    PRIMARY KEY (organisation_id, symbol)
);

ALTER TABLE history_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE history_layer ENABLE ROW LEVEL SECURITY;
ALTER TABLE history_series ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON history_import USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation());
CREATE POLICY own_organisation ON history_layer USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation());
CREATE POLICY own_organisation ON history_series USING (organisation_id = current_organisation()) WITH CHECK (organisation_id = current_organisation());
