package io.riskwatch.portfolio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.riskwatch.portfolio.entitlement.Entitlement;
import io.riskwatch.service.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulationSizeTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final ParameterSchemas schemas = new ParameterSchemas(JSON);

    /** By hand: paths x steps x assets, with the worker's defaults for what is not said. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "monte-carlo  | {} | 4 | 4800000", // 10,000 paths x 120 months
                "goal         | {} | 1 | 1200000",
                "monte-carlo  | {\"paths\":200000,\"years\":60} | 10 | 1440000000",
                "monte-carlo  | {\"model\":\"JUMP_DIFFUSION\"} | 1 | 1200000",
                "goal         | {\"model\":\"STUDENT_T\",\"years\":1,\"paths\":100} | 3 | 75600", // day by day: 252
                "leverage     | {} | 2 | 5040000", // a year of days
                "risk         | {} | 1 | 320000", // 1 + 10 + 21 days
                "risk         | {\"methods\":\"MONTE_CARLO\",\"horizonDays\":5,\"paths\":1000} | 7 | 35000",
                "risk         | {\"methods\":[\"HISTORICAL\",\"NORMAL\"],\"paths\":1000000} | 7 | 0",
                "var-backtest | {} | 9 | 0",
                "var-backtest | {\"method\":\"MONTE_CARLO\"} | 1 | 2500000", // 250 days
                "var-backtest | {\"method\":\"MONTE_CARLO\",\"days\":20,\"paths\":1000} | 2 | 40000",
                "portfolio-report | {} | 1 | 1200000", // its methods do not simulate
                "portfolio-report | {\"methods\":\"GARCH\"} | 1 | 1420000", // 120 months, and 1 + 21 days
                "portfolio-report | {\"methods\":\"GARCH\",\"sections\":[\"RISK\"]} | 1 | 220000",
                "portfolio-report | {\"sections\":[\"STRESS\"]} | 1 | 0",
                "backtest     | {} | 50 | 0", // one allocation
                "backtest     | {\"strategy\":\"MOVING_AVERAGE_CROSS\"} | 2 | 2520", // one pair, 1,260 days
                "backtest     | {\"strategy\":\"MOVING_AVERAGE_CROSS\",\"fast\":[5,10,20],\"slow\":[100,200]} | 2 | 15120",
                // 3,652 days of ten years are 2,521 trading days
                "backtest     | {\"strategy\":\"MOVING_AVERAGE_CROSS\",\"from\":\"2010-01-01\",\"to\":\"2020-01-01\"} | 1 | 2521",
                "backtest     | {\"strategy\":\"MOVING_AVERAGE_CROSS\",\"from\":\"2025-11-29\",\"to\":\"9999-01-01\"} | 1 | 252",
                "backtest     | {\"strategy\":\"MOVING_AVERAGE_CROSS\",\"from\":\"2025-11-29\"} | 1 | 252",
                "factor       | {} | 100 | 0",
                "a-new-kind   | {} | 100 | 0",
            })
    void itIsTheProductOfWhatIsWorkedThrough(String kind, String parameters, int assets, long values) {
        assertThat(size(kind, parameters, assets).values()).isEqualTo(values);
    }

    @Test
    void inlineDataHasAsManyDaysAsRows() {
        AnalysisJob.Data data = new AnalysisJob.Data(
                List.of("A", "B"), List.of(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1)), List.of());
        AnalysisJob.Subject subject = new AnalysisJob.Subject("USD", null, null, data, null, null, null);
        JsonNode parameters =
                schemas.filled("backtest", JSON.readTree("{\"strategy\":\"MOVING_AVERAGE_CROSS\",\"fast\":[5,10]}"));

        assertThat(SimulationSize.of(parameters, subject, NOW).values()).isEqualTo(2 * 2 * 2);
    }

    /** Everything a beginner accepts as it stands, with as many assets as Free allows. */
    @ParameterizedTest
    @MethodSource("kinds")
    void theDefaultsOfEveryKindFitIntoFree(String kind) {
        JsonNode free = WorkerStandIn.JSON
                .readTree(SimulationSizeTest.class.getResourceAsStream("/contract/billing/plans.json"))
                .path("plans")
                .path(0)
                .path("limits");
        int millions = free.path(SimulationSize.LIMIT).intValue();
        assertThat(millions).as("the limit is in billing's contract").isPositive();

        assertThatCode(() -> size(kind, "{}", free.path("assetsPerAnalysis").intValue())
                        .require(new Entitlement("FREE", Map.of(SimulationSize.LIMIT, millions), 1)))
                .doesNotThrowAnyException();
    }

    static Stream<String> kinds() {
        return ParameterSchemas.KINDS.stream();
    }

    @Test
    void theLastValueOfAMillionIsAllowedAndTheNextIsNot() {
        Entitlement two = new Entitlement("PRO", Map.of(SimulationSize.LIMIT, 2), 1);

        new SimulationSize("parameters.paths", "paths x assets x steps", 2_000_000).require(two);

        assertThatThrownBy(
                        () -> new SimulationSize("parameters.paths", "paths x assets x steps", 2_000_001).require(two))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.properties())
                            .containsEntry("limit", "simulationMillions")
                            .containsEntry("plan", "PRO")
                            .containsEntry("allowed", 2)
                            .containsEntry("asked", 3);
                    assertThat(refusal.errors().getFirst().field()).isEqualTo("parameters.paths");
                })
                .hasMessage(
                        "The plan PRO allows 2 million simulated values (paths x assets x steps); this would be 3.");
        new SimulationSize("parameters.paths", "paths x assets x steps", Long.MAX_VALUE)
                .require(new Entitlement("OLD", Map.of(), 1));
    }

    private SimulationSize size(String kind, String parameters, int assets) {
        List<AnalysisJob.Holding> holdings = IntStream.range(0, assets)
                .mapToObj(i -> new AnalysisJob.Holding("S" + i, "1", null))
                .toList();
        AnalysisJob.Subject subject = new AnalysisJob.Subject("USD", holdings, null, null, null, null, null);
        return SimulationSize.of(schemas.filled(kind, JSON.readTree(parameters)), subject, NOW);
    }
}
