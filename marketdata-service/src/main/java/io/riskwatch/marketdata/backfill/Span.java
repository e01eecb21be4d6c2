package io.riskwatch.marketdata.backfill;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days, both ends included. */
record Span(LocalDate from, LocalDate to) {
    Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a span ends no earlier than it begins, was " + from + " to " + to);
        }
    }

    long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
