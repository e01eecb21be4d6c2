package io.riskwatch.portfolio.search;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param id of the portfolio or the transaction; absent of an instrument
 * @param portfolioId where it is, absent of an instrument
 * @param title what it is called: a name, or a symbol
 * @param text what was found in it
 * @param score 0 to 1, how well it fits
 */
record SearchHit(
        Kind kind,
        @Nullable UUID id,
        @Nullable UUID portfolioId,
        String title,
        @Nullable String text,
        @Nullable LocalDate date,
        double score) {

    /** What can be found. */
    enum Kind {
        PORTFOLIO,
        HOLDING,
        INSTRUMENT,
        TRANSACTION
    }
}
