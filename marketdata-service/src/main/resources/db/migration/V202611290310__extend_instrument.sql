-- What identifies an instrument beside its symbol, how it is quoted and traded, and what became of it.
ALTER TABLE instrument
    ADD COLUMN isin        text CHECK (isin ~ '^[A-Z]{2}[A-Z0-9]{9}[0-9]$'),
    ADD COLUMN quote_unit  text,
    ADD COLUMN lot_size    numeric(28, 10) NOT NULL DEFAULT 1 CHECK (lot_size > 0),
    ADD COLUMN delisted_on date;

-- Symbols an instrument had before, so that old statements still find it.
CREATE TABLE former_symbol (
    symbol         text    NOT NULL,
    exchange       text    NOT NULL,
    until          date    NOT NULL,
    instrument_id  integer NOT NULL REFERENCES instrument ON DELETE CASCADE,
    PRIMARY KEY (symbol, exchange, until)
);

CREATE INDEX instrument_by_isin ON instrument (isin) WHERE isin IS NOT NULL;
CREATE INDEX instrument_by_words ON instrument USING gin (lower(name) gin_trgm_ops);
