package io.riskwatch.marketdata.fx;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Exchange rates of any day: told directly, told the other way round, or crossed over a pivot. A day without a rate has the
 * one before, weekends aside at most one weekday back, and says so.
 */
@Service
class FxRates {
    /** Tried in this order: nearly every pair is told against one of them. */
    private static final List<String> PIVOTS = List.of("USD", "EUR");

    private final FxStore store;

    FxRates(FxStore store) {
        this.store = store;
    }

    /** The rate of a day; empty where neither it nor a day close before has one. */
    Optional<CrossRate> find(String from, String to, LocalDate day) {
        if (from.equals(to)) {
            return Optional.of(new CrossRate(from, to, BigDecimal.ONE, BigDecimal.ONE, day, false, List.of()));
        }
        Optional<Leg> direct = leg(from, to, day);
        if (direct.isPresent()) {
            return direct.map(leg -> cross(from, to, day, List.of(leg)));
        }
        return PIVOTS.stream()
                .filter(pivot -> !pivot.equals(from) && !pivot.equals(to))
                .map(pivot -> over(pivot, from, to, day))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<CrossRate> over(String pivot, String from, String to, LocalDate day) {
        return leg(from, pivot, day)
                .flatMap(first -> leg(pivot, to, day).map(second -> cross(from, to, day, List.of(first, second))));
    }

    /** A told rate between the two, whichever way it runs. */
    private Optional<Leg> leg(String from, String to, LocalDate day) {
        return store.lastOnOrBefore(from, to, day).filter(leg -> !leg.day().isBefore(oldest(day)));
    }

    /** The last weekday on or before the day, and one weekday of grace. */
    static LocalDate oldest(LocalDate day) {
        return weekdayOnOrBefore(weekdayOnOrBefore(day).minusDays(1));
    }

    private static LocalDate weekdayOnOrBefore(LocalDate day) {
        LocalDate weekday = day;
        while (weekday.getDayOfWeek() == DayOfWeek.SATURDAY || weekday.getDayOfWeek() == DayOfWeek.SUNDAY) {
            weekday = weekday.minusDays(1);
        }
        return weekday;
    }

    private static CrossRate cross(String from, String to, LocalDate day, List<Leg> legs) {
        BigDecimal numerator = BigDecimal.ONE;
        BigDecimal denominator = BigDecimal.ONE;
        String at = from;
        LocalDate oldest = day;
        for (Leg leg : legs) {
            if (leg.base().equals(at)) {
                numerator = numerator.multiply(leg.rate());
                at = leg.quote();
            } else {
                denominator = denominator.multiply(leg.rate());
                at = leg.base();
            }
            oldest = leg.day().isBefore(oldest) ? leg.day() : oldest;
        }
        return new CrossRate(from, to, numerator, denominator, oldest, oldest.isBefore(weekdayOnOrBefore(day)), legs);
    }
}
