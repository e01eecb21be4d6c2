package io.riskwatch.quant.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyTest {
    private static final LocalDate START = LocalDate.of(2023, 11, 1);

    @ParameterizedTest
    @CsvSource({"1, CALENDAR_DAYS", "7, WEEKS", "14, MONTHS", "30, MONTHS", "91, QUARTERS", "365, YEARS"})
    void evenlySpacedDatesShowTheirFrequency(int spacing, Frequency expected) {
        assertThat(Frequency.of(IntStream.range(0, 20).map(t -> spacing * t).toArray()))
                .isEqualTo(expected);
    }

    @Test
    void weekendsMakeTradingDaysAndHolidaysDoNotDisturb() {
        assertThat(Frequency.of(days(date -> isWeekday(date) && date.getDayOfMonth() != 25)))
                .isEqualTo(Frequency.TRADING_DAYS);
        assertThat(Frequency.of(days(date -> date.getDayOfMonth() != 25))).isEqualTo(Frequency.CALENDAR_DAYS);
        assertThat(Frequency.TRADING_DAYS.periodsPerYear()).isEqualTo(252);
    }

    @Test
    void everyPeriodKeepsItsLastDate() {
        int[] days = days(FrequencyTest::isWeekday);
        assertThat(dates(days, Frequency.MONTHS))
                .startsWith(LocalDate.of(2023, 11, 30), LocalDate.of(2023, 12, 29), LocalDate.of(2024, 1, 31))
                .endsWith(LocalDate.of(2024, 4, 18));
        assertThat(dates(days, Frequency.WEEKS)).startsWith(LocalDate.of(2023, 11, 3), LocalDate.of(2023, 11, 10));
        assertThat(dates(days, Frequency.QUARTERS))
                .containsExactly(LocalDate.of(2023, 12, 29), LocalDate.of(2024, 3, 29), LocalDate.of(2024, 4, 18));
        assertThat(dates(days, Frequency.YEARS)).containsExactly(LocalDate.of(2023, 12, 29), LocalDate.of(2024, 4, 18));
        assertThat(Frequency.TRADING_DAYS.lastOfEach(days)).hasSameSizeAs(days);
        assertThat(dates(new int[] {-4, -3, -1, 3, 4}, Frequency.WEEKS))
                .as("weeks before 1970 begin on Monday too")
                .containsExactly(LocalDate.of(1969, 12, 28), LocalDate.of(1970, 1, 4), LocalDate.of(1970, 1, 5));
    }

    @Test
    void aThinnedPanelKeepsItsAccount() {
        CompletePrices all = PricePanel.of(
                        List.of("A"), new int[] {0, 10, 30, 31, 58}, new double[][] {{100, Double.NaN, 110, 120, 121}})
                .completeCases();
        CompletePrices months = all.at(Frequency.MONTHS);
        assertThat(months.epochDays()).containsExactly(30, 58);
        assertThat(months.simpleReturns()[0]).containsExactly(121 / 110.0 - 1);
        assertThat(months.droppedDates()).isEqualTo(1);
    }

    @Test
    void datesThatDoNotAscendAreRefused() {
        assertThatThrownBy(() -> Frequency.of(new int[] {3, 3})).hasMessageContaining("strictly ascending");
        assertThatThrownBy(() -> Frequency.of(new int[] {3})).hasMessageContaining("number of dates");
        assertThatThrownBy(() -> Frequency.WEEKS.lastOfEach(new int[] {4, 2}))
                .hasMessageContaining("[1] = 2 follows 4");
    }

    private static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    private static int[] days(Predicate<LocalDate> kept) {
        return IntStream.range(0, 170)
                .mapToObj(START::plusDays)
                .filter(kept)
                .mapToInt(date -> (int) date.toEpochDay())
                .toArray();
    }

    private static List<LocalDate> dates(int[] days, Frequency frequency) {
        return IntStream.of(frequency.lastOfEach(days))
                .mapToObj(t -> LocalDate.ofEpochDay(days[t]))
                .toList();
    }
}
