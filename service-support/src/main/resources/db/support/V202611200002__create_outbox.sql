-- Messages to publish. Not a tenant's table: the relay works for all.
CREATE TABLE outbox (
    id            uuid PRIMARY KEY,
    exchange      text        NOT NULL,
    routing_key   text        NOT NULL,
    payload       text        NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    due_at        timestamptz NOT NULL DEFAULT now(),
    released      boolean     NOT NULL DEFAULT true,
    sent_at       timestamptz,
    attempts      integer     NOT NULL DEFAULT 0,
    last_error    text
);
CREATE INDEX outbox_due ON outbox (due_at, created_at) WHERE sent_at IS NULL AND released;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;
