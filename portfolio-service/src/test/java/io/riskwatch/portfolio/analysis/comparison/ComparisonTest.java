package io.riskwatch.portfolio.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.portfolio.analysis.figure.FigureCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ComparisonTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final FigureCatalogue CATALOGUE = new FigureCatalogue(JSON, List.of("risk", "monte-carlo", "goal"));

    @Test
    void figuresHaveTheirDifferenceToTheFirst() {
        ObjectNode other = example("risk");
        ((ObjectNode) other.path("performance")).put("sharpe", 2.0);
        double sharpe = example("risk").path("performance").path("sharpe").doubleValue();

        ComparisonView.Figure figure = figure(compare(example("risk"), other), "performance.sharpe", null);

        assertThat(figure.title()).isEqualTo("Sharpe ratio");
        assertThat(figure.values()).containsExactly(sharpe, 2.0);
        assertThat(figure.differences().getFirst()).isZero();
        assertThat(figure.differences().getLast()).isCloseTo(2 - sharpe, within(1e-12));
    }

    /** The second result has its rows the other way round, and one more. */
    @Test
    void rowsAreAlignedByWhatTheyAreOfAndNotByTheirPlace() {
        ObjectNode other = example("risk");
        ArrayNode rows = (ArrayNode) other.path("valueAtRisk");
        ArrayNode turned = JSON.createArrayNode();
        turned.addObject()
                .put("method", "NORMAL")
                .put("confidence", 0.9)
                .put("horizonDays", 3)
                .put("fraction", 0.5);
        for (int i = rows.size() - 1; i >= 0; i--) {
            turned.add(rows.path(i));
        }
        other.set("valueAtRisk", turned);

        ComparisonView view = compare(example("risk"), other);

        assertThat(view.figures())
                .filteredOn(figure -> figure.name().equals("valueAtRisk.*.fraction"))
                .hasSize(example("risk").path("valueAtRisk").size() + 1)
                .filteredOn(figure -> figure.onlyIn() == null)
                .hasSize(example("risk").path("valueAtRisk").size())
                .allSatisfy(figure -> assertThat(figure.differences()).containsExactly(0.0, 0.0))
                .anySatisfy(figure -> assertThat(figure.of()).isEqualTo("HISTORICAL 0.95 10"));
    }

    @Test
    void aFigureThatOneResultLacksIsNullThere() {
        ObjectNode second = example("risk");
        ((ObjectNode) second.path("performance")).remove("alpha");

        ComparisonView.Figure figure =
                figure(compare(example("risk"), second, example("risk")), "performance.alpha", null);

        assertThat(figure.onlyIn()).containsExactly(0, 2);
        assertThat(figure.values().get(1)).isNull();
        assertThat(figure.differences().get(1)).isNull();
        assertThat(figure.differences().get(2)).isZero();
    }

    @Test
    void aFigureThatOnlyOneResultHasIsShownAsItsOwnAfterTheOthers() {
        ObjectNode first = example("risk");
        double alpha = first.path("performance").path("alpha").doubleValue();
        ((ObjectNode) first.path("performance")).remove("alpha");

        ComparisonView view = compare(first, example("risk"));

        ComparisonView.Figure figure = figure(view, "performance.alpha", null);
        assertThat(figure.onlyIn()).containsExactly(1);
        assertThat(figure.values()).containsExactly(null, alpha);
        assertThat(figure.differences()).containsExactly(null, null);
        assertThat(view.figures().getLast()).isEqualTo(figure);
        assertThat(figure(view, "performance.sharpe", null).onlyIn()).isNull();
    }

    @Test
    void settingsAndAssumptionsThatDifferAreNamed() {
        ObjectNode second = example("risk");
        ((ObjectNode) second.path("inputs").path("parameters")).put("riskFree", 0.07);
        ((ObjectNode) second.path("provenance")).put("to", "2030-01-01");
        ((ArrayNode) second.path("assumptions")).add("Pigs fly.");

        ComparisonView view = compare(example("risk"), second);

        assertThat(view.settings())
                .extracting(ComparisonView.Setting::name)
                .containsExactly("inputs.parameters.riskFree", "provenance.to");
        assertThat(view.assumptions()).containsExactly(new ComparisonView.Assumption("Pigs fly.", List.of(1)));
        assertThat(compare(example("risk"), example("risk")).settings()).isEmpty();
    }

    @Test
    void aGoalGoesBesideAMonteCarlo() {
        ComparisonView view = compare(example("monte-carlo"), example("goal"));

        assertThat(figure(view, "terminal.percentiles.p50", null).values())
                .containsExactly(
                        example("monte-carlo").at("/terminal/percentiles/p50").doubleValue(),
                        example("goal").at("/terminal/percentiles/p50").doubleValue());
        assertThat(view.settings()).extracting(ComparisonView.Setting::name).contains("kind");
    }

    private static ComparisonView compare(JsonNode... results) {
        Map<UUID, JsonNode> byId = new LinkedHashMap<>();
        for (JsonNode result : results) {
            byId.put(UUID.randomUUID(), result);
        }
        return Comparison.of(byId, CATALOGUE);
    }

    private static ComparisonView.Figure figure(ComparisonView view, String name, @Nullable String of) {
        return view.figures().stream()
                .filter(figure -> figure.name().equals(name) && Objects.equals(figure.of(), of))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode example(String kind) {
        try (InputStream in = ComparisonTest.class.getResourceAsStream(
                "/contract/analytics-worker/result/examples/" + kind + ".json")) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(in, kind));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
