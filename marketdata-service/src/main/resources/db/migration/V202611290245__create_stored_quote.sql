-- Prices fetched from providers one by one, each as it was told. Shared by all organisations, as the market is.
CREATE TABLE stored_quote (
    symbol          text          NOT NULL,
    as_of           timestamptz   NOT NULL,
    price           numeric(28,10) NOT NULL CHECK (price > 0 AND price < 'Infinity'),
    previous_close  numeric(28,10) CHECK (previous_close > 0 AND previous_close < 'Infinity'),
    currency        text          NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    provider        text          NOT NULL,
    simulated       boolean       NOT NULL,
    stored_at       timestamptz   NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, as_of)
);
CREATE INDEX stored_quote_by_time ON stored_quote (as_of);
