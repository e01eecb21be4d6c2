package io.riskwatch.portfolio.riskscore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RiskScoreTest {

    private static final Map<String, Double> FOUR = Map.of("A", 40.0, "B", 30.0, "C", 20.0, "D", 10.0);
    private static final Map<String, Double> EQUAL = Map.of("A", 25.0, "B", 25.0, "C", 25.0, "D", 25.0);

    @Test
    void fortyThirtyTwentyTenIsAnIndexOfPointThreeAndOnePointMore() {
        var score =
                RiskScore.of(new Exposure(FOUR, 0), history(FOUR, 0.15, 500)).orElseThrow();

        var concentration = score.components().get(1);
        assertThat(concentration.measured()).isCloseTo(0.30, within(1e-12));
        assertThat(concentration.points()).isEqualTo(1);
        assertThat(concentration.explanation()).contains("3.3 equal ones");
    }

    @Test
    void theComponentsAddUpToTheScoreBeforeTheCap() {
        for (var volatility : new double[] {0.02, 0.1, 0.25, 0.9}) {
            var score = RiskScore.of(new Exposure(FOUR, -45), history(FOUR, volatility, 500))
                    .orElseThrow();

            assertThat(score.components().stream()
                            .mapToInt(RiskScore.Component::points)
                            .sum())
                    .isEqualTo(score.beforeCap());
            assertThat(score.score()).isEqualTo(Math.min(7, score.beforeCap()));
        }
    }

    @Test
    void borrowingMoreThanHalfOfEquityCostsAPointAndNotLess() {
        var history = history(EQUAL, 0.15, 500);

        assertThat(RiskScore.of(new Exposure(EQUAL, -30), history)
                        .orElseThrow()
                        .components()
                        .get(2)
                        .points())
                .as("100 over 70 is 1.43")
                .isZero();
        assertThat(RiskScore.of(new Exposure(EQUAL, -40), history)
                        .orElseThrow()
                        .components()
                        .get(2)
                        .points())
                .as("100 over 60 is 1.67")
                .isEqualTo(1);
    }

    @Test
    void wildAndConcentratedAndBorrowedIsCappedAtSeven() {
        var score =
                RiskScore.of(new Exposure(FOUR, -60), history(FOUR, 0.9, 500)).orElseThrow();

        assertThat(score.beforeCap()).isEqualTo(9);
        assertThat(score.score()).isEqualTo(7);
    }

    @Test
    void cashCalms() {
        var history = history(EQUAL, 0.25, 500);
        var invested = RiskScore.of(new Exposure(EQUAL, 0), history).orElseThrow();
        var half = RiskScore.of(new Exposure(EQUAL, 100), history).orElseThrow();

        assertThat(half.volatility()).isCloseTo(invested.volatility() / 2, within(0.002));
        assertThat(half.monthlyLoss()).isLessThan(invested.monthlyLoss());
    }

    @Test
    void fiftyNineObservationsAreNotEnoughAndSixtyAre() {
        assertThat(RiskScore.of(new Exposure(EQUAL, 0), history(EQUAL, 0.15, 59)))
                .isEmpty();
        assertThat(RiskScore.of(new Exposure(EQUAL, 0), history(EQUAL, 0.15, 60)))
                .isPresent();
    }

    @Test
    void theShortfallIsNeverLessThanTheLossItLiesBeyond() {
        var score =
                RiskScore.of(new Exposure(EQUAL, 0), history(EQUAL, 0.3, 800)).orElseThrow();

        assertThat(score.monthlyLoss()).isPositive();
        assertThat(score.monthlyShortfall()).isGreaterThanOrEqualTo(score.monthlyLoss());
        assertThat(score.maximumDrawdown()).isBetween(0.0, 1.0);
    }

    @Test
    void onlyDaysOnWhichEverythingHasAPriceCount() {
        var first = prices(100, 1);
        var second = prices(100, 2);
        second.keySet().removeIf(day -> day.getDayOfMonth() == 5);

        var history = ReturnHistory.of(Map.of("A", first, "B", second), 60);

        assertThat(history.symbols()).containsExactlyInAnyOrder("A", "B");
        assertThat(history.observations()).isEqualTo(second.size() - 1);
        assertThat(history.days()).noneMatch(day -> day.getDayOfMonth() == 5);
    }

    @Test
    void whatHasHardlyAnyHistoryDoesNotShortenTheOthers() {
        var history = ReturnHistory.of(Map.of("A", prices(300, 1), "NEW", prices(20, 2)), 60);

        assertThat(history.symbols()).containsExactly("A");
        assertThat(history.observations()).isEqualTo(299);
    }

    private static NavigableMap<LocalDate, Double> prices(int days, int seed) {
        var random = new Random(seed);
        var prices = new TreeMap<LocalDate, Double>();
        var price = 100.0;
        for (var i = 0; i < days; i++) {
            price *= 1 + 0.01 * random.nextGaussian();
            prices.put(LocalDate.of(2024, 1, 1).plusDays(i), price);
        }
        return prices;
    }

    /** Returns of one factor of the given annual volatility, which every security follows. */
    private static ReturnHistory history(Map<String, Double> values, double annualVolatility, int observations) {
        var random = new Random(11);
        var returns = new double[observations];
        for (var i = 0; i < observations; i++) {
            returns[i] = Math.expm1(annualVolatility / Math.sqrt(252) * random.nextGaussian());
        }
        var all = new HashMap<String, double[]>();
        values.keySet().forEach(symbol -> all.put(symbol, returns));
        return new ReturnHistory(
                LocalDate.of(2022, 1, 1)
                        .datesUntil(LocalDate.of(2022, 1, 1).plusDays(observations))
                        .toList(),
                all);
    }
}
