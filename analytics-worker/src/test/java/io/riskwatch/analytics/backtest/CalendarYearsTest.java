package io.riskwatch.analytics.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarYearsTest {

    private static final List<LocalDate> DATES = List.of(
            LocalDate.of(2023, 12, 29),
            LocalDate.of(2024, 1, 2),
            LocalDate.of(2024, 7, 1),
            LocalDate.of(2024, 12, 31),
            LocalDate.of(2025, 1, 2));
    private static final double[] RETURNS = {0.10, -0.20, 0.25, -0.04};
    private static final double[] HELD = {0, 0.10, 0, 0.02};

    /** 1.1 x 0.8 x 1.25 = 1.1; the fall is from 1.1 to 0.88. What is gained over the new year belongs to the new one. */
    @Test
    void theDaysOfAYearAreCompoundedAndItsFallBeginsAnew() {
        var years = CalendarYears.of(DATES, RETURNS, HELD, null);

        assertThat(years).extracting(BacktestResult.Year::year).containsExactly("2024", "2025");
        var first = years.getFirst();
        assertThat(first.days()).isEqualTo(3);
        assertThat(first.totalReturn()).isCloseTo(0.10, within(1e-15));
        assertThat(first.buyAndHold()).isCloseTo(0.10, within(1e-15));
        assertThat(first.maxDrawdown()).isCloseTo(-0.20, within(1e-15));
        assertThat(first.difference()).isCloseTo(0, within(1e-15));
        assertThat(first.benchmark()).isNull();
        var second = years.getLast();
        assertThat(second.days()).isEqualTo(1);
        assertThat(second.difference()).isCloseTo(-0.06, within(1e-15));
        assertThat(second.maxDrawdown()).isCloseTo(-0.04, within(1e-15));
    }

    @Test
    void theDifferenceIsToTheBenchmarkWhereThereIsOne() {
        var years = CalendarYears.of(DATES, RETURNS, HELD, new double[] {0.05, 0, 0, 0.01});

        assertThat(years.getFirst().benchmark()).isNotNull().isCloseTo(0.05, within(1e-15));
        assertThat(years.getFirst().difference()).isCloseTo(0.05, within(1e-15));
        assertThat(years.getLast().difference()).isCloseTo(-0.05, within(1e-15));
    }

    @Test
    void theYearsTogetherAreTheWhole() {
        double growth = 1;
        for (var year : CalendarYears.of(DATES, RETURNS, HELD, null)) {
            growth *= 1 + year.totalReturn();
        }
        assertThat(growth).isCloseTo(1.1 * 0.96, within(1e-15));
    }
}
