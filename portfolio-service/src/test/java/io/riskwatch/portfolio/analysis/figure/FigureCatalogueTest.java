package io.riskwatch.portfolio.analysis.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.riskwatch.service.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FigureCatalogueTest {

    private static final UUID ID = UUID.fromString("019ab000-0000-7000-8000-0000000000a1");
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> KINDS = List.of(
            "risk",
            "var-backtest",
            "monte-carlo",
            "goal",
            "optimization",
            "backtest",
            "stress",
            "factor",
            "leverage",
            "portfolio-report");
    private static final FigureCatalogue CATALOGUE = new FigureCatalogue(JSON, KINDS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "risk",
                "var-backtest",
                "monte-carlo",
                "goal",
                "optimization",
                "optimization-lots",
                "backtest",
                "stress",
                "stress-repriced",
                "factor",
                "leverage",
                "portfolio-report"
            })
    void everyNumberOfEveryExampleIsExplained(String kind) {
        JsonNode result = example(kind);

        int[] numbers = {0};
        visit(result, "", (name, value) -> {
            if (!name.equals("schemaVersion")) {
                FigureView figure = CATALOGUE.figure(ID, result, name);
                assertThat(figure.value()).as(name).isEqualTo(value.doubleValue());
                assertThat(figure.formula()).as(name).isNotBlank();
                assertThat(figure.source()).as(name).isNotBlank();
                numbers[0]++;
            }
        });
        assertThat(numbers[0]).isGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource({
        "HISTORICAL, Hyndman",
        "NORMAL, RiskMetrics",
        "CORNISH_FISHER, Cornish",
        "EWMA, RiskMetrics",
        "GARCH, Bollerslev",
        "FILTERED_HISTORICAL, Barone-Adesi",
        "MONTE_CARLO, Glasserman"
    })
    void aValueAtRiskIsExplainedByItsOwnMethod(String method, String author) {
        JsonNode result = example("risk");
        int place = 1;
        ((ObjectNode) result.path("valueAtRisk").path(place)).put("method", method);

        FigureView figure = CATALOGUE.figure(ID, result, "valueAtRisk." + place + ".expectedShortfall.fraction");

        assertThat(figure.inputs().getFirst().name()).isEqualTo("valueAtRisk." + place + ".fraction");
        assertThat(figure.inputs().getFirst().value().doubleValue())
                .isEqualTo(
                        result.path("valueAtRisk").path(place).path("fraction").doubleValue());
        assertThat(CATALOGUE
                        .figure(ID, result, "valueAtRisk." + place + ".fraction")
                        .source())
                .contains(author);
    }

    @Test
    void theInputsAreThoseOfTheResultWithDatesProviderAndTheWayToComputeItAgain() {
        JsonNode result = example("risk");

        FigureView figure = CATALOGUE.figure(ID, result, "performance.sharpe");

        assertThat(figure.inputs()).anySatisfy(input -> {
            assertThat(input.name()).isEqualTo("inputs.parameters.riskFree");
            assertThat(input.value())
                    .isEqualTo(result.path("inputs").path("parameters").path("riskFree"));
        });
        assertThat(figure.provenance()).isEqualTo(result.path("provenance"));
        assertThat(figure.method()).isEqualTo("sharpe-ratio");
        assertThat(figure.latex()).contains("\\frac");
        assertThat(figure.recompute()).isEqualTo("/api/v1/analyses/" + ID + "/recompute");
    }

    /** A hundred holdings and one go into one weight's risk; fifty are enough to look at. */
    @Test
    void aLongInputIsCutAndSaysHowLongItIs() {
        ObjectNode result = (ObjectNode) example("optimization");
        var weights = result.putArray("weights");
        for (int i = 0; i < 101; i++) {
            weights.addObject().put("symbol", "S" + i).put("today", 0.01);
        }

        FigureView.Input input =
                CATALOGUE.figure(ID, result, "turnover").inputs().getFirst();

        assertThat(input.value().size()).isEqualTo(50);
        assertThat(input.count()).isEqualTo(101);
    }

    @Test
    void aSymbolWithADotIsFoundAsAKey() {
        JsonNode document = JSON.readTree("{\"a\":{\"BRK.B\":[1.5,2.5],\"BRK\":3}}");

        assertThat(ResultMembers.find(document, "a.BRK.B.1")
                        .orElseThrow()
                        .value()
                        .doubleValue())
                .isEqualTo(2.5);
        assertThat(ResultMembers.find(document, "a.BRK").orElseThrow().path()).containsExactly("a", "BRK");
        assertThat(ResultMembers.find(document, "a.BRK.B.2")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "performance",
                "performance.beauty",
                "valueAtRisk.999999.fraction",
                "valueAtRisk.99999999999.fraction",
                "valueAtRisk.-1.fraction",
                "valueAtRisk.*.fraction",
                "schemaVersion",
                "kind"
            })
    void whatIsNoFigureIsNotFoundAndTheAnswerListsThoseThereAre(String name) {
        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> CATALOGUE.figure(ID, example("risk"), name));

        assertThat(refusal.status().value()).isEqualTo(404);
        assertThat((List<?>) refusal.properties().get("figures"))
                .hasSizeBetween(20, 200)
                .asString()
                .contains("performance.sharpe", "valueAtRisk.*.fraction");
    }

    @Test
    void onlyFiguresTheResultHasAreListed() {
        ObjectNode result = (ObjectNode) example("risk");
        ((ObjectNode) result.path("performance")).remove("alpha");

        assertThat(CATALOGUE.names(example("risk")).items())
                .extracting(FigureView.Name::name)
                .contains("performance.alpha")
                .doesNotHaveDuplicates();
        assertThat(CATALOGUE.names(result).items())
                .extracting(FigureView.Name::name)
                .doesNotContain("performance.alpha");
    }

    private interface NumberVisitor {
        void number(String name, JsonNode value);
    }

    private static void visit(JsonNode node, String name, NumberVisitor visitor) {
        String prefix = name.isEmpty() ? "" : name + ".";
        if (node.isNumber()) {
            visitor.number(name, node);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visit(node.path(i), prefix + i, visitor);
            }
        } else {
            node.properties().forEach(entry -> visit(entry.getValue(), prefix + entry.getKey(), visitor));
        }
    }

    private static JsonNode example(String kind) {
        try (InputStream in = FigureCatalogueTest.class.getResourceAsStream(
                "/contract/analytics-worker/result/examples/" + kind + ".json")) {
            return JSON.readTree(Objects.requireNonNull(in, kind));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
