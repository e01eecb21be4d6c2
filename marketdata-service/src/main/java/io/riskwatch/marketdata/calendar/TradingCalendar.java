package io.riskwatch.marketdata.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The trading days of a market, and its main session on each. Half days count as days. */
public final class TradingCalendar {
    private final String name;
    private final ZoneId zone;
    private final Closed closed;
    private final @Nullable TradingHours hours;
    private final @Nullable Holidays holidays;

    private TradingCalendar(
            String name, ZoneId zone, Closed closed, @Nullable TradingHours hours, @Nullable Holidays holidays) {
        this.name = name;
        this.zone = zone;
        this.closed = closed;
        this.hours = hours;
        this.holidays = holidays;
    }

    static TradingCalendar of(String name, ZoneId zone, TradingHours hours, HolidayManager holidays, String... region) {
        return new TradingCalendar(
                name,
                zone,
                day -> isWeekend(day) || holidays.isHoliday(day, region),
                hours,
                (from, to) -> holidays.getHolidays(from, to, region).stream()
                        .filter(holiday -> !isWeekend(holiday.getDate()))
                        .sorted(Comparator.comparing(de.focus_shift.jollyday.core.Holiday::getDate))
                        .map(holiday -> new Holiday(holiday.getDate(), named(holiday)))
                        .toList());
    }

    /** Every weekday, for a market whose holidays are not known here. */
    static TradingCalendar weekdays(ZoneId zone) {
        return new TradingCalendar("WEEKDAYS", zone, TradingCalendar::isWeekend, null, null);
    }

    /** Every day there is, as crypto trades. */
    static TradingCalendar always(ZoneId zone) {
        return new TradingCalendar("ALWAYS", zone, day -> false, null, (from, to) -> List.of());
    }

    /** A weekday without trading. */
    public record Holiday(LocalDate day, String name) {}

    private static String named(de.focus_shift.jollyday.core.Holiday holiday) {
        String described = holiday.getDescription(Locale.ENGLISH);
        if (!described.isBlank() && !described.equals("undefined")) {
            return described;
        }
        String key = holiday.getPropertiesKey();
        String words = key.substring(key.lastIndexOf('.') + 1).replace('_', ' ').toLowerCase(Locale.ENGLISH);
        return words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    /** The weekdays without trading of a span, both ends included, by day; none where they are not known. */
    public List<Holiday> holidays(LocalDate from, LocalDate to) {
        return holidays == null ? List.of() : holidays.between(from, to);
    }

    /** The main session of a day; empty where the market is closed or its hours are not known here. */
    public Optional<TradingSession> session(LocalDate day) {
        if (hours == null || closed.on(day)) {
            return Optional.empty();
        }
        Optional<LocalTime> early = hours.earlyClose(day, this::isTradingDay);
        return Optional.of(new TradingSession(
                day,
                day.atTime(hours.opens()).atZone(zone).toInstant(),
                day.atTime(early.orElse(hours.closes())).atZone(zone).toInstant(),
                early.isPresent()));
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
        return holidays != null;
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

    /** Tells the holidays of a span. */
    @FunctionalInterface
    private interface Holidays {
        List<Holiday> between(LocalDate from, LocalDate to);
    }

    /** Tells whether the market is closed. */
    @FunctionalInterface
    private interface Closed {
        boolean on(LocalDate day);
    }
}
