package io.riskwatch.marketdata.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;

/** The trading days of a market. Half days count as days. */
public final class TradingCalendar {
    private final String name;
    private final ZoneId zone;
    private final Closed closed;
    private final boolean holidaysKnown;

    private TradingCalendar(String name, ZoneId zone, Closed closed, boolean holidaysKnown) {
        this.name = name;
        this.zone = zone;
        this.closed = closed;
        this.holidaysKnown = holidaysKnown;
    }

    static TradingCalendar of(String name, ZoneId zone, HolidayManager holidays, String... region) {
        return new TradingCalendar(name, zone, day -> isWeekend(day) || holidays.isHoliday(day, region), true);
    }

    /** Every weekday, for a market whose holidays are not known here. */
    static TradingCalendar weekdays(ZoneId zone) {
        return new TradingCalendar("WEEKDAYS", zone, TradingCalendar::isWeekend, false);
    }

    /** Every day there is, as crypto trades. */
    static TradingCalendar always(ZoneId zone) {
        return new TradingCalendar("ALWAYS", zone, day -> false, true);
    }

    /** The MIC of the market whose days these are, or WEEKDAYS or ALWAYS. */
    public String name() {
        return name;
    }

    /** Where the market's days begin and end. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether holidays are known, or only weekends. */
    public boolean holidaysKnown() {
        return holidaysKnown;
    }

    public boolean isTradingDay(LocalDate day) {
        return !closed.on(day);
    }

    /** The first trading day after a day. */
    public LocalDate next(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (closed.on(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The last trading day before a day. */
    public LocalDate previous(LocalDate day) {
        LocalDate previous = day.minusDays(1);
        while (closed.on(previous)) {
            previous = previous.minusDays(1);
        }
        return previous;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Tells whether the market is closed. */
    @FunctionalInterface
    private interface Closed {
        boolean on(LocalDate day);
    }
}
