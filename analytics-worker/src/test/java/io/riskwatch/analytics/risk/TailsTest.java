package io.riskwatch.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.quant.UndefinedMeasureException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Closed forms worked by hand, simulations against the closed forms within four standard errors. */
class TailsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final double Z95 = 1.6448536269514722;

    /** 240 days: a 1 % day up or down by turns, and every twentieth day a fall of 3 %. */
    private static double[] days() {
        double[] returns = new double[240];
        for (int t = 0; t < returns.length; t++) {
            returns[t] = t % 20 == 19 ? -0.03 : t % 2 == 0 ? 0.01 : -0.01;
        }
        return returns;
    }

    private static Tails tails(double[] returns, String parameters, long seed) {
        return new Tails(returns, RiskParameters.of(JSON.readTree(parameters)), seed);
    }

    @Test
    void cornishFisherIsTheExpansionOfDomainByThePopulationMoments() {
        double[] returns = days();
        double mean = Arrays.stream(returns).average().orElseThrow();
        double m2 =
                Arrays.stream(returns).map(r -> Math.pow(r - mean, 2)).average().orElseThrow();
        double s =
                Arrays.stream(returns).map(r -> Math.pow(r - mean, 3)).average().orElseThrow() / Math.pow(m2, 1.5);
        double k =
                Arrays.stream(returns).map(r -> Math.pow(r - mean, 4)).average().orElseThrow() / (m2 * m2) - 3;
        double z = -Z95;
        double bent = z + (z * z - 1) * s / 6 + (z * z * z - 3 * z) * k / 24 - (2 * z * z * z - 5 * z) * s * s / 36;

        Tails.Tail day = tails(returns, "{}", 1).cornishFisher(0.95, 1);
        Tails.Tail month = tails(returns, "{}", 1).cornishFisher(0.95, 21);

        assertThat(day.valueAtRisk()).isCloseTo(-bent * Math.sqrt(m2), within(1e-12));
        assertThat(day.flags()).doesNotContain("SCALED");
        assertThat(month.valueAtRisk()).isCloseTo(day.valueAtRisk() * Math.sqrt(21), within(1e-12));
        assertThat(month.flags()).contains("SCALED");
    }

    @Test
    void cornishFisherSaysWhereTheShapeIsTooExtremeForIt() {
        double[] returns = new double[240];
        Arrays.setAll(returns, t -> t == 100 ? -0.3 : t % 2 == 0 ? 0.01 : -0.01);

        assertThat(tails(returns, "{}", 1).cornishFisher(0.99, 1).flags()).containsExactly("OUT_OF_DOMAIN");
    }

    @Test
    void ewmaWeighsYesterdayMost() {
        double[] returns = days();
        double sum = 0;
        double weights = 0;
        for (int age = 0; age < returns.length; age++) {
            double weight = Math.pow(0.94, age);
            sum += weight * Math.pow(returns[returns.length - 1 - age], 2);
            weights += weight;
        }

        Tails.Tail tail = tails(returns, "{}", 1).ewma(0.95, 10);

        assertThat(tail.valueAtRisk()).isCloseTo(Z95 * Math.sqrt(10 * sum / weights), within(1e-12));
        assertThat(tail.flags()).containsExactly("SCALED");
    }

    @Test
    void monteCarloAgreesWithTheNormalMethodWithinFourOfItsErrors() {
        Tails tails = tails(days(), "{\"paths\": 100000}", 42);
        Tails.Tail closed = tails.normal(0.99, 1);
        Tails.Tail simulated = tails.monteCarlo(0.99, 1);

        double error = java.util.Objects.requireNonNull(simulated.standardError());
        assertThat(error).isBetween(1e-5, 5e-4);
        assertThat(simulated.valueAtRisk()).isCloseTo(closed.valueAtRisk(), within(4 * error));
        assertThat(simulated.expectedShortfall()).isCloseTo(closed.expectedShortfall(), within(8 * error));
    }

    @Test
    void aMonthOfMonteCarloIsLivedThroughAndNotScaled() {
        Tails.Tail month = tails(days(), "{\"paths\": 20000}", 42).monteCarlo(0.95, 21);
        double scaled = tails(days(), "{}", 42).normal(0.95, 21).valueAtRisk();

        assertThat(month.flags()).isEmpty();
        assertThat(month.valueAtRisk()).isLessThan(scaled).isCloseTo(scaled, within(0.1 * scaled));
    }

    @ParameterizedTest
    @EnumSource(RiskMethod.class)
    void theMeanOfTheWorstCasesIsNeverBelowTheirThresholdAndTheSeedDecidesAlone(RiskMethod method) {
        for (int horizon : new int[] {1, 10}) {
            Tails.Tail tail = method.measure(tails(days(), "{}", 7), 0.95, horizon);
            Tails.Tail again = method.measure(tails(days(), "{}", 7), 0.95, horizon);

            assertThat(tail).isEqualTo(again);
            assertThat(tail.expectedShortfall()).isGreaterThanOrEqualTo(tail.valueAtRisk());
            assertThat(tail.valueAtRisk()).isPositive();
        }
    }

    @Test
    void anotherSeedIsAnotherSimulation() {
        assertThat(tails(days(), "{}", 1).monteCarlo(0.95, 1))
                .isNotEqualTo(tails(days(), "{}", 2).monteCarlo(0.95, 1));
    }

    @Test
    void ninetyNineDaysAreTooFewForGarchAndThatIsSaid() {
        Tails tails = tails(Arrays.copyOf(days(), 99), "{}", 1);

        assertThatThrownBy(() -> tails.garch(0.95, 1))
                .isInstanceOf(UndefinedMeasureException.class)
                .hasMessage("GARCH needs at least 100 daily returns, the window has 99");
        assertThatThrownBy(() -> tails.filteredHistorical(0.95, 1)).isInstanceOf(UndefinedMeasureException.class);
    }

    @Test
    void aConfidenceBeyondWhatThePathsCanTellHasNoFigure() {
        assertThatThrownBy(() -> tails(days(), "{\"paths\": 1000}", 1).monteCarlo(0.999, 1))
                .isInstanceOf(UndefinedMeasureException.class)
                .hasMessageContaining("1000 simulated paths")
                .hasMessageContaining("ask for more paths");
    }

    @Test
    void moreSimulatedDaysThanAllowedAreRefusedWithTheLimit() {
        assertThatThrownBy(() -> tails(days(), "{\"paths\": 1000000, \"horizonDays\": [1, 100]}", 1))
                .isInstanceOfSatisfying(
                        BadInputException.class, e -> assertThat(e.field()).isEqualTo("parameters.paths"))
                .hasMessageContaining("at most 100,000,000");
        assertThat(tails(days(), "{\"paths\": 1000000, \"horizonDays\": [1, 100], \"methods\": \"NORMAL\"}", 1)
                        .normal(0.95, 100)
                        .valueAtRisk())
                .isPositive();
    }
}
