package io.riskwatch.marketdata.xsim;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * XSIM's calendar: every weekday is a trading day, the market never closes, and a session ends at midnight UTC. Monday's
 * session begins where Friday's ended, so that the weekend has prices too.
 */
final class TradingDays {
    /** The first day with a bar. */
    static final LocalDate FIRST = LocalDate.of(2006, 1, 2);

    private TradingDays() {}

    static LocalDate next(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (isWeekend(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    static LocalDate previous(LocalDate day) {
        LocalDate previous = day.minusDays(1);
        while (isWeekend(previous)) {
            previous = previous.minusDays(1);
        }
        return previous;
    }

    /** The trading day whose session is under way. */
    static LocalDate session(Instant now) {
        LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
        return isWeekend(day) ? next(day) : day;
    }

    static Instant opens(LocalDate day) {
        return previous(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static Instant closes(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
