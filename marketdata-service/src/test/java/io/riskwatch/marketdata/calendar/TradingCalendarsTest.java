package io.riskwatch.marketdata.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingCalendarsTest {

    /** The weekdays on which each exchange was or will be closed, by its own published calendar. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "XNYS | 2018 | 01-01 01-15 02-19 03-30 05-28 07-04 09-03 11-22 12-05 12-25",
                "XNYS | 2021 | 01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24",
                "XNYS | 2022 | 01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26",
                "XNYS | 2023 | 01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25",
                "XNYS | 2024 | 01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25",
                "XNYS | 2025 | 01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25",
                "XNYS | 2026 | 01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25",
                "XNYS | 2012 | 01-02 01-16 02-20 04-06 05-28 07-04 09-03 10-29 10-30 11-22 12-25",
                "XLON | 2020 | 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
                "XLON | 2021 | 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
                "XLON | 2022 | 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
                "XLON | 2023 | 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
                "XLON | 2024 | 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
                "XLON | 2025 | 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
                "XETR | 2023 | 04-07 04-10 05-01 12-25 12-26",
                "XETR | 2024 | 01-01 03-29 04-01 05-01 12-24 12-25 12-26 12-31",
                "XETR | 2025 | 01-01 04-18 04-21 05-01 12-24 12-25 12-26 12-31",
                "XPAR | 2024 | 01-01 03-29 04-01 05-01 12-25 12-26",
                "XPAR | 2025 | 01-01 04-18 04-21 05-01 12-25 12-26",
            })
    void aMarketIsClosedOnExactlyItsHolidays(String mic, int year, String days) {
        TradingCalendar calendar = TradingCalendars.of(mic);
        LocalDate first = LocalDate.of(year, 1, 1);
        assertThat(IntStream.range(0, first.lengthOfYear())
                        .mapToObj(first::plusDays)
                        .filter(day -> day.getDayOfWeek().getValue() <= 5)
                        .filter(day -> !calendar.isTradingDay(day)))
                .containsExactlyElementsOf(Stream.of(days.split(" "))
                        .map(day -> LocalDate.parse(year + "-" + day))
                        .toList());
    }

    /** The short days each exchange published. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "XNYS | 2018 | 07-03 11-23 12-24 | 13:00",
                "XNYS | 2021 | 11-26 | 13:00",
                "XNYS | 2022 | 11-25 | 13:00",
                "XNYS | 2023 | 07-03 11-24 | 13:00",
                "XNYS | 2024 | 07-03 11-29 12-24 | 13:00",
                "XNYS | 2025 | 07-03 11-28 12-24 | 13:00",
                "XNYS | 2026 | 11-27 12-24 | 13:00",
                "XLON | 2021 | 12-24 12-31 | 12:30",
                "XLON | 2022 | 12-23 12-30 | 12:30",
                "XLON | 2024 | 12-24 12-31 | 12:30",
                "XPAR | 2024 | 12-24 12-31 | 14:05",
                "XPAR | 2022 | | 14:05",
                "XETR | 2024 | 12-30 | 14:00",
                "XETR | 2022 | 12-30 | 14:00",
            })
    void aMarketClosesEarlyOnExactlyItsShortDays(String mic, int year, @Nullable String days, LocalTime close) {
        TradingCalendar calendar = TradingCalendars.of(mic);
        LocalDate first = LocalDate.of(year, 1, 1);
        List<TradingSession> early = first.datesUntil(first.plusYears(1))
                .map(calendar::session)
                .flatMap(Optional::stream)
                .filter(TradingSession::earlyClose)
                .toList();
        assertThat(early.stream().map(TradingSession::day))
                .containsExactlyElementsOf(Stream.of((days == null ? "" : days).split(" "))
                        .filter(day -> !day.isBlank())
                        .map(day -> LocalDate.parse(year + "-" + day))
                        .toList());
        assertThat(early)
                .allMatch(session ->
                        session.closes().atZone(calendar.zone()).toLocalTime().equals(close));
    }

    @Test
    void aSessionKeepsItsMarketsClockThroughTheChangeToSummerTime() {
        TradingCalendar newYork = TradingCalendars.of("XNAS");
        assertThat(newYork.session(LocalDate.of(2026, 3, 6)).orElseThrow().opens())
                .isEqualTo("2026-03-06T14:30:00Z");
        assertThat(newYork.session(LocalDate.of(2026, 3, 9)).orElseThrow().opens())
                .isEqualTo("2026-03-09T13:30:00Z");
        assertThat(newYork.session(LocalDate.of(2026, 7, 3))).isEmpty();
        assertThat(TradingCalendars.of("XXXX").session(LocalDate.of(2026, 7, 6)))
                .as("nobody knows its hours")
                .isEmpty();
    }

    @Test
    void holidaysHaveNames() {
        assertThat(TradingCalendars.of("XNYS").holidays(LocalDate.of(2012, 10, 1), LocalDate.of(2012, 12, 31)))
                .containsExactly(
                        new TradingCalendar.Holiday(LocalDate.of(2012, 10, 29), "Hurricane Sandy"),
                        new TradingCalendar.Holiday(LocalDate.of(2012, 10, 30), "Hurricane Sandy"),
                        new TradingCalendar.Holiday(LocalDate.of(2012, 11, 22), "Thanksgiving Day"),
                        new TradingCalendar.Holiday(LocalDate.of(2012, 12, 25), "Christmas"));
    }

    @Test
    void theNextTradingDayPassesOverWeekendsAndHolidays() {
        TradingCalendar newYork = TradingCalendars.of("XNAS");
        assertThat(newYork.next(LocalDate.of(2026, 7, 2))).isEqualTo("2026-07-06");
        assertThat(newYork.previous(LocalDate.of(2025, 4, 21))).isEqualTo("2025-04-17");
        assertThat(newYork.zone().getId()).isEqualTo("America/New_York");
    }

    @Test
    void aMarketWhoseHolidaysAreNotKnownSaysSo() {
        TradingCalendar unknown = TradingCalendars.of("XXXX");
        assertThat(unknown.holidaysKnown()).isFalse();
        assertThat(unknown.isTradingDay(LocalDate.of(2026, 12, 25))).isTrue();
        assertThat(unknown.isTradingDay(LocalDate.of(2026, 12, 26))).isFalse();
        assertThat(TradingCalendars.always().isTradingDay(LocalDate.of(2026, 12, 26)))
                .isTrue();
    }
}
