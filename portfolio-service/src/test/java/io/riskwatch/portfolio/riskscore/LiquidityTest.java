package io.riskwatch.portfolio.riskscore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LiquidityTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void aPositionTakesItsValueOverAFifthOfWhatIsTraded() {
        var liquidity = Liquidity.of(
                new Exposure(Map.of("BIG", 1_000.0, "SMALL", 600.0), 400),
                traded(Map.of("BIG", 50_000.0, "SMALL", 1_000.0)));

        assertThat(liquidity.slowest()).containsExactly(new Liquidity.Days("SMALL", 3), new Liquidity.Days("BIG", 0.1));
        assertThat(liquidity.withinADay()).isCloseTo((1_000 + 200) / 1_600.0, within(1e-12));
        assertThat(liquidity.sentence())
                .isEqualTo("About 75 % of your positions could be sold within a day at a fifth of the usual trading; "
                        + "SMALL would take 3 days.");
    }

    @Test
    void whatHasNoVolumeIsNamedAndTakenForUnsold() {
        var liquidity =
                Liquidity.of(new Exposure(Map.of("FUND", 500.0, "BIG", 500.0), 0), traded(Map.of("BIG", 50_000.0)));

        assertThat(liquidity.symbolsWithoutVolume()).containsExactly("FUND");
        assertThat(liquidity.withinADay()).isEqualTo(0.5);
        assertThat(liquidity.sentence()).endsWith("; of 1 nobody says how much is traded.");
    }

    @Test
    void aShortPositionHasToBeBoughtBackAsSlowly() {
        var liquidity = Liquidity.of(new Exposure(Map.of("BIG", -2_000.0), 5_000), traded(Map.of("BIG", 1_000.0)));

        assertThat(liquidity.slowest()).containsExactly(new Liquidity.Days("BIG", 10));
        assertThat(liquidity.withinADay()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void withoutPositionsNothingWaits() {
        assertThat(Liquidity.of(new Exposure(Map.of(), 100), traded(Map.of())).withinADay())
                .isEqualTo(1);
    }

    @Test
    void aUsualDayIsTheMedianOfTheLastMonthAndOneRushDoesNotCount() {
        NavigableMap<LocalDate, Double> prices = new TreeMap<>();
        NavigableMap<LocalDate, BigDecimal> volumes = new TreeMap<>();
        for (var day = 0; day < 60; day++) {
            prices.put(FIRST.plusDays(day), 2.0);
            volumes.put(FIRST.plusDays(day), BigDecimal.valueOf(day < 39 ? 1 : 100)); // the last 21 are 100
        }
        volumes.put(FIRST.plusDays(59), BigDecimal.valueOf(1_000_000));
        volumes.put(FIRST.plusDays(60), BigDecimal.valueOf(7)); // no price that day

        assertThat(Liquidity.usuallyTraded(prices, volumes)).hasValue(200);
        assertThat(Liquidity.usuallyTraded(prices, new TreeMap<>())).isEmpty();
    }

    private static ReturnHistory traded(Map<String, Double> values) {
        return new ReturnHistory(List.of(), Map.of(), values);
    }
}
