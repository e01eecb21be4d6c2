package io.riskwatch.analytics.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.analytics.PublishedExample;
import io.riskwatch.analytics.SharedPrices;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.contract.ContractSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class FutureTest {

    private final PublishedExample monteCarlo = new PublishedExample(FutureAnalysis::monteCarlo);
    private final PublishedExample goal = new PublishedExample(FutureAnalysis::goal);

    @Test
    void theExampleResultsAreThoseOfTheExampleJobs() {
        monteCarlo.mustBeThatOfTheExampleJob();
        goal.mustBeThatOfTheExampleJob();
    }

    /** Median 100,000 e^((0.07 - 0.15^2 / 2) 10), mean 100,000 e^0.7, p5 the lognormal's. */
    @Test
    void aHundredThousandInTenYearsIsWhatTheLognormalSays() {
        JsonNode result = monteCarlo.compute("{\"value\": 100000, \"drift\": 0.07, \"volatility\": 0.15}");

        JsonNode terminal = result.path("terminal");
        assertThat(terminal.path("median").doubleValue()).isCloseTo(179_948, within(0.02 * 179_948));
        assertThat(terminal.path("mean").doubleValue())
                .isCloseTo(201_375, within(4 * terminal.path("standardError").doubleValue()));
        assertThat(terminal.path("percentiles").path("p5").doubleValue()).isCloseTo(82_465, within(0.03 * 82_465));
        assertThat(result.path("fan").path("percentiles").path("p50").path(60).doubleValue())
                .isEqualTo(terminal.path("median").doubleValue());
    }

    /** P(S_T >= 2 S_0) = N((ln(1/2) + (0.07 - 0.15^2 / 2) 10) / (0.15 sqrt 10)) = N(-0.22274) = 0.41187 . */
    @Test
    void theChanceToDoubleIsThatOfTheNormalDistribution() {
        JsonNode chance = monteCarlo
                .compute("{\"drift\": 0.07, \"volatility\": 0.15, \"paths\": 40000}")
                .path("goalProbability");

        assertThat(chance.path("value").doubleValue())
                .isCloseTo(0.41187, within(4 * chance.path("standardError").doubleValue()));
        assertThat(chance.path("standardError").doubleValue()).isCloseTo(0.00246, within(1e-5));
    }

    @ParameterizedTest
    @EnumSource(value = FutureModel.class, names = "BLOCK_BOOTSTRAP", mode = EnumSource.Mode.EXCLUDE)
    void everyModelHasTheMeanAskedFor(FutureModel model) {
        JsonNode terminal = monteCarlo
                .compute("{\"model\": \"" + model
                        + "\", \"value\": 1000, \"drift\": 0.05, \"volatility\": 0.2, \"years\": 2, \"paths\": 4000}")
                .path("terminal");

        assertThat(terminal.path("mean").doubleValue())
                .isCloseTo(
                        1000 * Math.exp(0.1),
                        within(4 * terminal.path("standardError").doubleValue()));
    }

    /** Moments of a year by independent daily draws are nearly those of the history. */
    @Test
    void theBootstrapOfRealPricesKeepsTheirMean() {
        var data = SharedPrices.sandP500(1);
        JsonNode result = monteCarlo.compute(
                data,
                null,
                "{\"model\": \"BLOCK_BOOTSTRAP\", \"years\": 1, \"block\": 1, \"value\": 1, \"paths\": 20000}");

        double mean = 0;
        int n = data.prices().size() - 1;
        for (int t = 1; t <= n; t++) {
            mean += (price(data, t) / price(data, t - 1) - 1) / n;
        }
        JsonNode terminal = result.path("terminal");
        assertThat(terminal.path("mean").doubleValue())
                .isCloseTo(
                        Math.pow(1 + mean, 252),
                        within(4 * terminal.path("standardError").doubleValue()));
    }

    private static double price(io.riskwatch.analytics.analysis.AnalysisJob.InlineData data, int row) {
        return java.util.Objects.requireNonNull(data.prices().get(row).getFirst());
    }

    @Test
    void theNeededContributionReachesTheTargetWithItsChance() {
        String market = "\"drift\": 0.05, \"volatility\": 0.1, \"years\": 5, \"target\": 20000, \"seed\": 3";
        double monthly = goal.compute("{" + market + ", \"confidence\": 0.9}")
                .path("neededContribution")
                .path("monthly")
                .doubleValue();

        double chance = goal.compute("{" + market + ", \"contributions\": " + monthly * (1 + 1e-9) + "}")
                .path("goalProbability")
                .path("value")
                .doubleValue();

        assertThat(chance).isCloseTo(0.9, within(1e-3));
        assertThat(goal.compute("{" + market + ", \"contributions\": " + monthly * 0.9 + "}")
                        .path("goalProbability")
                        .path("value")
                        .doubleValue())
                .isLessThan(0.88);
    }

    @Test
    void takingOutMoreThanThereIsRunsOutAndIsSaid() {
        JsonNode result =
                monteCarlo.compute("{\"contributions\": -150, \"drift\": 0.02, \"volatility\": 0.1, \"years\": 8}");

        assertThat(result.path("ruinProbability").path("value").doubleValue()).isGreaterThan(0.9);
        assertThat(result.path("sentences").toString()).contains("the money runs out before the end");
    }

    @Test
    void theSeedDecidesAlone() {
        JsonNode once = monteCarlo.compute("{\"seed\": 1}").path("terminal");

        assertThat(monteCarlo.compute("{\"seed\": 1}").path("terminal")).isEqualTo(once);
        assertThat(monteCarlo.compute("{\"seed\": 2}").path("terminal")).isNotEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"model\": \"HESTON\", \"paths\": 200000}              | parameters.paths        | at most"
                        + " 100,000,000",
                "{\"model\": \"BLOCK_BOOTSTRAP\", \"drift\": 0.05}       | parameters.drift        | repeats the past",
                "{\"model\": \"JUMP_DIFFUSION\", \"meanLogJump\": -1}    | parameters.jumpsPerYear | jumps alone"
            })
    void whatCannotBeSimulatedIsRefusedWithItsField(String parameters, String field, String words) {
        assertThatThrownBy(() -> monteCarlo.compute(parameters))
                .isInstanceOfSatisfying(
                        BadInputException.class, e -> assertThat(e.field()).isEqualTo(field))
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"paths\": 200001}      | paths",
                "{\"years\": 0}           | years",
                "{\"model\": \"ORACLE\"}  | model",
                "{\"volatility\": 0}      | volatility"
            })
    void aWrongParameterIsNamed(String parameters, String field) {
        assertThat(ContractSchema.of("job/goal-parameters.schema.json")
                        .violations(PublishedExample.JSON.readTree(parameters)))
                .extracting(ContractSchema.Violation::field)
                .containsExactly(field);
    }
}
