package io.riskwatch.portfolio.analysis.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.riskwatch.service.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultTablesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource({
        "risk, valueAtRisk",
        "risk, contributions",
        "risk, correlation",
        "risk, drawdowns",
        "risk, series",
        "risk, inputs.holdings",
        "var-backtest, series",
        "monte-carlo, fan",
        "goal, fan",
        "optimization, weights",
        "optimization, frontier",
        "optimization-lots, realisedGains",
        "optimization-lots, trades.realisedGains",
        "backtest, equity",
        "backtest, trades",
        "backtest, yearly",
        "stress, scenarios",
        "stress, scenarios.holdings",
        "stress, reverse.holdings",
        "stress-repriced, repriced",
        "factor, loadings",
        "leverage, grid",
        "portfolio-report, sections.risk.contributions",
        "portfolio-report, sections.outlook.fan",
        "portfolio-report, sections.stress.scenarios.holdings"
    })
    void everyKindHasItsTables(String kind, String table) {
        ResultTable found = ResultTables.of(example(kind)).require(table);

        assertThat(found.rows()).isNotEmpty();
        assertThat(found.columns()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        assertThat(found.rows()).allSatisfy(row -> assertThat(found.columns()).containsAll(row.keySet()));
    }

    @Test
    void aListOfObjectsIsATableOfTheirMembers() {
        JsonNode risk = example("risk");
        ResultTable table = ResultTables.of(risk).require("valueAtRisk");

        assertThat(table.rows()).hasSameSizeAs(risk.path("valueAtRisk"));
        assertThat(table.columns()).contains("method", "confidence", "expectedShortfall.amount", "flags");
        assertThat(table.rows().get(1).get("expectedShortfall.amount"))
                .isEqualTo(risk.path("valueAtRisk")
                        .path(1)
                        .path("expectedShortfall")
                        .path("amount"));
    }

    @Test
    void aListWithinAListSaysWhoseItIs() {
        JsonNode stress = example("stress");
        ResultTable table = ResultTables.of(stress).require("scenarios.holdings");

        assertThat(table.columns()).contains("name", "holdings.symbol", "holdings.loss");
        assertThat(table.rows().getFirst().get("name"))
                .isEqualTo(stress.path("scenarios").path(0).path("name"));
    }

    @Test
    void listsBesideDatesAreColumns() {
        JsonNode goal = example("goal");
        ResultTable table = ResultTables.of(goal).require("fan");

        assertThat(table.columns())
                .containsExactly(
                        "date",
                        "percentiles.p5",
                        "percentiles.p25",
                        "percentiles.p50",
                        "percentiles.p75",
                        "percentiles.p95");
        assertThat(table.rows().getLast().get("percentiles.p50"))
                .isEqualTo(goal.path("fan")
                        .path("percentiles")
                        .path("p50")
                        .path(table.rows().size() - 1));
    }

    @Test
    void rowsBesideDatesAndSymbolsAreAColumnPerSymbol() {
        JsonNode document = JSON.readTree(
                "{\"drift\":{\"dates\":[\"2025-01-02\",\"2025-01-03\"],\"symbols\":[\"A\",\"B\"],\"weights\":[[0.4,0.6],[0.5,0.5]]}}");

        ResultTable table = ResultTables.of(document).require("drift");

        assertThat(table.columns()).contains("date", "weights.A", "weights.B");
        assertThat(table.rows().getFirst().get("weights.B").doubleValue()).isEqualTo(0.6);
    }

    @Test
    void theSummaryHasEverySingleValueWithItsName() {
        JsonNode risk = example("risk");

        assertThat(ResultTables.of(risk).require(ResultTables.SUMMARY).rows()).anySatisfy(row -> {
            assertThat(row.get("name").asString("")).isEqualTo("performance.sharpe");
            assertThat(row.get("value")).isEqualTo(risk.path("performance").path("sharpe"));
        });
    }

    @Test
    void anUnknownTableIsNotFoundAndTheAnswerListsThoseThereAre() {
        ProblemException refusal = catchThrowableOfType(
                ProblemException.class, () -> ResultTables.of(example("risk")).require("colours"));

        assertThat(refusal.status().value()).isEqualTo(404);
        assertThat((List<?>) refusal.properties().get("tables")).asString().contains("valueAtRisk", "summary");
    }

    private static JsonNode example(String kind) {
        try (InputStream in = ResultTablesTest.class.getResourceAsStream(
                "/contract/analytics-worker/result/examples/" + kind + ".json")) {
            return JSON.readTree(Objects.requireNonNull(in, kind));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
