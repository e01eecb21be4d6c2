package io.riskwatch.portfolio.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {

    /** Berlin: forward on 2026-03-29 from 02:00 to 03:00, back on 2026-10-25 from 03:00 to 02:00. Lord Howe moves by half an hour. */
    @ParameterizedTest
    @CsvSource({
        // an ordinary day: before, at and after the time
        "Europe/Berlin,      07:30, 2026-06-10T05:29:59Z, 2026-06-10T05:30:00Z",
        "Europe/Berlin,      07:30, 2026-06-10T05:30:00Z, 2026-06-11T05:30:00Z",
        // the same time on the clock is another moment after the change
        "Europe/Berlin,      07:30, 2026-03-28T06:30:00Z, 2026-03-29T05:30:00Z",
        "Europe/Berlin,      07:30, 2026-10-24T05:30:00Z, 2026-10-25T06:30:00Z",
        // 02:30 does not exist on the 29th: 03:30 of that day, and 02:30 again on the next
        "Europe/Berlin,      02:30, 2026-03-28T01:30:00Z, 2026-03-29T01:30:00Z",
        "Europe/Berlin,      02:30, 2026-03-29T01:30:00Z, 2026-03-30T00:30:00Z",
        // 02:30 comes twice on the 25th: the first counts, the second does not
        "Europe/Berlin,      02:30, 2026-10-24T00:30:00Z, 2026-10-25T00:30:00Z",
        "Europe/Berlin,      02:30, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        // between the two it is the next day's
        "Europe/Berlin,      02:30, 2026-10-25T01:00:00Z, 2026-10-26T01:30:00Z",
        // forward by half an hour at 02:00
        "Australia/Lord_Howe, 02:15, 2026-10-02T15:45:00Z, 2026-10-03T15:45:00Z",
        // the day that Samoa left out, 2011-12-30, is no run of its own
        "Pacific/Apia,       10:00, 2011-12-29T20:00:00Z, 2011-12-30T20:00:00Z",
        "Pacific/Apia,       10:00, 2011-12-30T20:00:00Z, 2011-12-31T20:00:00Z",
        "UTC,                00:00, 2026-12-31T12:00:00Z, 2027-01-01T00:00:00Z",
        "-05:00,             23:59, 2026-06-10T05:00:00Z, 2026-06-11T04:59:00Z",
    })
    void aDailyOneIsDueOnceADay(String zone, String time, String after, String due) {
        assertThat(daily(zone, time).nextAfter(Instant.parse(after))).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        // 2026-06-10 is a Wednesday
        "WEDNESDAY, 2026-06-10T05:00:00Z, 2026-06-10T05:30:00Z",
        "WEDNESDAY, 2026-06-10T05:30:00Z, 2026-06-17T05:30:00Z",
        "TUESDAY,   2026-06-10T05:00:00Z, 2026-06-16T05:30:00Z",
        "SUNDAY,    2026-10-19T00:00:00Z, 2026-10-25T06:30:00Z",
    })
    void aWeeklyOneIsDueOnItsDay(DayOfWeek day, String after, String due) {
        Timetable weekly = new Timetable(Cadence.WEEKLY, day, LocalTime.of(7, 30), ZoneId.of("Europe/Berlin"));

        assertThat(weekly.nextAfter(Instant.parse(after))).isEqualTo(due);
    }

    /** As many times as there are days, each later than the one before, whatever the clocks do. */
    @ParameterizedTest
    @CsvSource({"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo"})
    void aYearOfADailyOneHas365Times(String zone) {
        for (int quarter = 0; quarter < 24 * 4; quarter++) {
            Timetable daily =
                    daily(zone, LocalTime.MIN.plusMinutes(15L * quarter).toString());
            Instant moment = Instant.parse("2025-06-30T12:00:00Z");
            Instant first = daily.nextAfter(moment);
            Instant last = first;
            for (int i = 0; i < 365; i++) {
                Instant next = daily.nextAfter(last);
                assertThat(Duration.between(last, next)).isBetween(Duration.ofHours(22), Duration.ofHours(26));
                last = next;
            }
            assertThat(Duration.between(first, last)).isEqualTo(Duration.ofDays(365));
        }
    }

    @Test
    void onlyAWeeklyOneHasADayOfTheWeek() {
        assertThatThrownBy(() -> new Timetable(Cadence.DAILY, DayOfWeek.MONDAY, LocalTime.NOON, ZoneId.of("UTC")))
                .hasMessageContaining("MONDAY");
        assertThatThrownBy(() -> new Timetable(Cadence.WEEKLY, null, LocalTime.NOON, ZoneId.of("UTC")))
                .hasMessageContaining("WEEKLY");
    }

    private static Timetable daily(String zone, String time) {
        return new Timetable(Cadence.DAILY, null, LocalTime.parse(time), ZoneId.of(zone));
    }
}
