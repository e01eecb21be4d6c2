-- Exchange rates as they were told: one unit of base costs so many of quote. Never inverted, never rounded.
CREATE TABLE fx_rate (
    base      text            NOT NULL CHECK (base ~ '^[A-Z]{3}$'),
    quote     text            NOT NULL CHECK (quote ~ '^[A-Z]{3}$' AND quote <> base),
    day       date            NOT NULL,
    rate      numeric(28, 12) NOT NULL CHECK (rate > 0 AND rate < 'Infinity'),
    provider  text            NOT NULL,
    PRIMARY KEY (base, quote, day)
);
