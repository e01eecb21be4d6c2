-- What providers list. Shared by all organisations, so no tenant and no policy.
CREATE TABLE instrument (
    id        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    symbol    text NOT NULL,
    exchange  text NOT NULL,
    name      text NOT NULL,
    type      text NOT NULL,
    currency  text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    sector    text,
    region    text,
    provider  text NOT NULL,
    UNIQUE (symbol, exchange)
);

-- Daily bars. Doubles, as the engine computes with them; no bar without a real price.
CREATE TABLE price_bar (
    instrument_id integer NOT NULL REFERENCES instrument,
    day           date    NOT NULL,
    open          double precision,
    high          double precision,
    low           double precision,
    close         double precision NOT NULL CHECK (close > 0 AND close < 'Infinity'),
    volume        bigint,
    PRIMARY KEY (instrument_id, day)
);

-- Which simulated history is stored, and up to which day.
CREATE TABLE simulated_market (
    provider       text    PRIMARY KEY,
    seed           bigint  NOT NULL,
    model_version  integer NOT NULL,
    listings_hash  text    NOT NULL,
    last_day       date    NOT NULL
);
