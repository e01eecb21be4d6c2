package io.riskwatch.marketdata.xsim;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * XSIM's calendar. Round the clock, every weekday is a trading day and its session ends at midnight UTC; Monday's begins
 * where Friday's ended, so that the weekend has prices too. With exchange hours there are holidays (1 January, Good Friday,
 * 1 May, 25 and 26 December), and between two sessions the price rests.
 */
record TradingDays(TradingHours hours) {
    /** The first day with a bar, a trading day in either calendar. */
    static final LocalDate FIRST = LocalDate.of(2006, 1, 2);

    private static final ZoneId MARKET = ZoneId.of("America/New_York");
    private static final LocalTime OPENING = LocalTime.of(9, 30);
    private static final LocalTime CLOSING = LocalTime.of(16, 0);
    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    LocalDate next(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isTradingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    LocalDate previous(LocalDate day) {
        LocalDate previous = day.minusDays(1);
        while (!isTradingDay(previous)) {
            previous = previous.minusDays(1);
        }
        return previous;
    }

    /** The trading day whose session gives the price at an instant: the one under way, else the last one. */
    LocalDate session(Instant now) {
        return switch (hours) {
            case ALWAYS -> {
                LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
                yield isTradingDay(day) ? day : next(day);
            }
            case EXCHANGE -> {
                LocalDate day = now.atZone(MARKET).toLocalDate();
                yield isTradingDay(day) && !now.isBefore(opens(day)) ? day : previous(day);
            }
        };
    }

    /** The last day whose session is over. */
    LocalDate lastClosed(Instant now) {
        LocalDate session = session(now);
        return now.isBefore(closes(session)) ? previous(session) : session;
    }

    Instant opens(LocalDate day) {
        return switch (hours) {
            case ALWAYS ->
                previous(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            case EXCHANGE -> day.atTime(OPENING).atZone(MARKET).toInstant();
        };
    }

    Instant closes(LocalDate day) {
        return switch (hours) {
            case ALWAYS -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            case EXCHANGE -> day.atTime(CLOSING).atZone(MARKET).toInstant();
        };
    }

    boolean isTradingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && (hours == TradingHours.ALWAYS || !isHoliday(day));
    }

    private static boolean isHoliday(LocalDate day) {
        return HOLIDAYS.contains(MonthDay.from(day))
                || day.equals(easter(day.getYear()).minusDays(2));
    }

    /** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int monthAndDay = h + l - 7 * m + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}
