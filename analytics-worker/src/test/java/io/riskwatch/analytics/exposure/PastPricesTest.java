package io.riskwatch.analytics.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.analytics.history.History;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastPricesTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 6);

    private static History history(boolean simulatedRate) {
        int day = (int) FIRST.toEpochDay();
        return new History(
                List.of(
                        new History.Series("ASML", "EUR", "upload", false),
                        new History.Series("ORBX", "USD", "xsim", true),
                        new History.Series("EURUSD", "USD", "ecb", simulatedRate)),
                new int[] {day, day + 3, day + 30},
                new double[][] {{100, Double.NaN, 80}, {10, 11, 12}, {1.10, 1.11, 1.21}},
                List.of(),
                0);
    }

    @Test
    void aPriceIsTurnedIntoTheBaseCurrency() {
        assertThat(PastPrices.of(history(false), "USD")
                        .change("ASML", FIRST, FIRST.plusDays(30))
                        .orElseThrow())
                .isCloseTo(80 * 1.21 / (100 * 1.10) - 1, within(1e-12));
    }

    @Test
    void aSimulatedRateIsTakenAsUnchangedAndASimulatedPriceHasNoPast() {
        PastPrices past = PastPrices.of(history(true), "USD");

        assertThat(past.change("ASML", FIRST, FIRST.plusDays(30)).orElseThrow()).isCloseTo(-0.2, within(1e-12));
        assertThat(past.change("ORBX", FIRST, FIRST.plusDays(30))).isEmpty();
    }

    @Test
    void aPriceOfTheWeekBeforeServesAndAnOlderOneDoesNot() {
        PastPrices past = PastPrices.of(history(false), "EUR");

        assertThat(past.change("ASML", FIRST.plusDays(7), FIRST.plusDays(35))).isPresent();
        assertThat(past.change("ASML", FIRST.plusDays(8), FIRST.plusDays(35))).isEmpty();
        assertThat(past.change("ASML", FIRST.minusDays(1), FIRST.plusDays(30))).isEmpty();
        assertThat(past.change("ASML", FIRST, FIRST.plusDays(5))).isEmpty();
        assertThat(past.change("NOPE", FIRST, FIRST.plusDays(30))).isEmpty();
    }
}
