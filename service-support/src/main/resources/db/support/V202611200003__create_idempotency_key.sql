-- Answers to creating requests, kept so that the same request can be answered again.
CREATE TABLE idempotency_key (
    caller_id     text        NOT NULL,
    key           text        NOT NULL,
    request_hash  text        NOT NULL,
    locked_at     timestamptz NOT NULL,
    status        integer,
    content_type  text,
    location      text,
    etag          text,
    body          text,
    PRIMARY KEY (caller_id, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (locked_at);
