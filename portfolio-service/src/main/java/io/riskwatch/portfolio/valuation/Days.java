package io.riskwatch.portfolio.valuation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Calendar days in a row, both ends included, counted from 0. */
public record Days(LocalDate first, LocalDate last) {

    public Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last must not lie before first, were %s and %s".formatted(last, first));
        }
    }

    public int count() {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }

    public LocalDate date(int index) {
        return first.plusDays(index);
    }

    /** The place of a day, which lies outside 0 to count - 1 when the day does. */
    public int index(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(first, date);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
