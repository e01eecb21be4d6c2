package io.riskwatch.marketdata.series;

import java.time.LocalDate;

/**
 * Something in a series that a careful reader would ask about.
 *
 * @param from the first day it concerns
 * @param to the last day it concerns
 * @param days how many days of the calendar or of the series it concerns
 * @param detail what was found, in words
 */
public record Finding(Kind kind, LocalDate from, LocalDate to, int days, String detail) {
    /** What may be wrong with prices. */
    public enum Kind {
        /** Days on which others traded, and this did not. */
        GAP,
        /** A move far beyond the usual that was taken back the next day: most likely a wrong print. */
        SPIKE,
        /** The same close again and again. */
        STALE,
        /** High below low, or open or close outside of them. */
        CROSSED,
        /** The whole bar of the day before again. */
        DUPLICATE,
        /** A jump by about 100 that stayed: pounds told as pence, or the other way. */
        CURRENCY_JUMP
    }
}
