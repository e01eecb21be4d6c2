-- An organisation without a row has the Free plan.
CREATE TABLE subscription (
    organisation_id uuid PRIMARY KEY,
    plan            text        NOT NULL CHECK (plan IN ('FREE', 'STUDENT', 'PRO', 'ADVISER')),
    source          text        NOT NULL CHECK (source IN ('GRANT')),
    version         bigint      NOT NULL CHECK (version > 0),
    since           timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    told_terms      text        NOT NULL
);

-- One row for each completed analysis: a message that comes twice counts once.
CREATE TABLE analysis_usage (
    organisation_id uuid NOT NULL,
    analysis_id     uuid NOT NULL,
    kind            text NOT NULL,
    day             date NOT NULL,
    PRIMARY KEY (organisation_id, analysis_id)
);
CREATE INDEX analysis_usage_day ON analysis_usage (organisation_id, day);
