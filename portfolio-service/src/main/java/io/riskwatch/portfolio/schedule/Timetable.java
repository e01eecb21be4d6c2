package io.riskwatch.portfolio.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When a schedule is due: once on each of its days, at a time on the clocks of a zone. On the day the clocks are put forward a time
 * that does not exist comes later by as much as they were; on the day they are put back a time that comes twice counts the first
 * time only.
 *
 * @param day of the week, for one that is due weekly
 */
record Timetable(Cadence cadence, @Nullable DayOfWeek day, LocalTime time, ZoneId zone) {

    Timetable {
        if ((cadence == Cadence.WEEKLY) != (day != null)) {
            throw new IllegalArgumentException(
                    "a weekly schedule, and no other, has a day of the week, was " + cadence + " and " + day);
        }
    }

    /** The first time it is due after that moment. */
    Instant nextAfter(Instant moment) {
        // a day earlier, since a time that does not exist may have become one of the next day
        LocalDate date = moment.atZone(zone).toLocalDate().minusDays(1);
        while (!isDay(date) || !due(date).isAfter(moment)) {
            date = date.plusDays(1);
        }
        return due(date);
    }

    private boolean isDay(LocalDate date) {
        return day == null || date.getDayOfWeek() == day;
    }

    private Instant due(LocalDate date) {
        return ZonedDateTime.of(date, time, zone).toInstant();
    }
}
