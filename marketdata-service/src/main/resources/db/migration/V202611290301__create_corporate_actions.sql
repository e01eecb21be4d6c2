-- Whether a source's closes come as traded, divided by later splits, or lowered by later dividends too: never adjusted twice.
ALTER TABLE instrument ADD COLUMN price_adjustment text NOT NULL DEFAULT 'RAW'
    CHECK (price_adjustment IN ('RAW', 'SPLITS', 'SPLITS_AND_DIVIDENDS'));

-- new_shares for old_shares from the day on. Two integers, so that 1:3 stays exact.
CREATE TABLE instrument_split (
    instrument_id integer     NOT NULL REFERENCES instrument ON DELETE CASCADE,
    day           date        NOT NULL,
    new_shares    integer     NOT NULL CHECK (new_shares > 0),
    old_shares    integer     NOT NULL CHECK (old_shares > 0),
    known_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (instrument_id, day)
);

-- Cash per share by ex-date, in the currency and on the basis of the source's closes.
CREATE TABLE instrument_dividend (
    instrument_id integer        NOT NULL REFERENCES instrument ON DELETE CASCADE,
    day           date           NOT NULL,
    amount        numeric(28,10) NOT NULL CHECK (amount > 0),
    known_at      timestamptz    NOT NULL DEFAULT now(),
    PRIMARY KEY (instrument_id, day)
);

-- What was known when: a bar that a source corrects later is kept with the time it stood.
ALTER TABLE price_bar ADD COLUMN known_at timestamptz NOT NULL DEFAULT now();
CREATE TABLE price_bar_revision (
    instrument_id integer          NOT NULL REFERENCES instrument ON DELETE CASCADE,
    day           date             NOT NULL,
    open          double precision,
    high          double precision,
    low           double precision,
    close         double precision NOT NULL,
    volume        bigint,
    known_from    timestamptz      NOT NULL,
    known_until   timestamptz      NOT NULL,
    PRIMARY KEY (instrument_id, day, known_until)
);

CREATE FUNCTION keep_price_bar_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.open, OLD.high, OLD.low, OLD.close, OLD.volume) IS NOT DISTINCT FROM (NEW.open, NEW.high, NEW.low, NEW.close, NEW.volume) THEN
        RETURN NULL; -- told again, not corrected
    END IF;
    INSERT INTO price_bar_revision (instrument_id, day, open, high, low, close, volume, known_from, known_until)
    VALUES (OLD.instrument_id, OLD.day, OLD.open, OLD.high, OLD.low, OLD.close, OLD.volume, OLD.known_at, clock_timestamp());
    NEW.known_at := clock_timestamp();
    RETURN NEW;
END $$;
CREATE TRIGGER keep_revision BEFORE UPDATE ON price_bar FOR EACH ROW EXECUTE FUNCTION keep_price_bar_revision();

-- Prices hardly compress: kept as they are, they are written and read without the work.
ALTER TABLE history_layer ALTER COLUMN close SET STORAGE EXTERNAL;
ALTER TABLE history_series ALTER COLUMN close SET STORAGE EXTERNAL;
