package io.riskwatch.system.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.system.Platform;
import io.riskwatch.system.PlatformExtension;
import io.riskwatch.system.client.ApiClient;
import io.riskwatch.system.kinds.ExpectedFigures.Figure;
import io.riskwatch.system.kinds.ExpectedFigures.Question;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every kind of analysis on real prices through the gateway: each figure beside one that numpy, scipy and cvxopt computed
 * ({@code src/test/python/expected_figures.py}), its explanation, its provenance, and the same answer when asked again.
 */
@ExtendWith(PlatformExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class AnalysisKindsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ExpectedFigures EXPECTED = ExpectedFigures.read();
    private static final GermanCatalogue GERMAN = GermanCatalogue.read();

    private ApiClient client;

    @BeforeAll
    void signIn(Platform platform) {
        client = new ApiClient(platform.gateway(), platform.demoToken());
    }

    static List<Question> questions() {
        return EXPECTED.questions();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyFigureIsTheOneComputedByOtherMeans(Question question) {
        String body = RealPrices.body(question);
        String first = ask(body);
        String second = ask(body);
        JsonNode result = result(first);

        compare(question, result);
        assertProvenance(question, result);
        assertPartsMakeTheWhole(result);
        assertExplained(question, first, result);
        assertSaidInGerman(result);
        assertThat(hash(result(second))).as("asked again").isEqualTo(hash(result));
    }

    private String ask(String body) {
        return client.post("/api/v1/analyses", body)
                .expect(202)
                .json()
                .get("id")
                .asString();
    }

    private JsonNode result(String id) {
        JsonNode state = client.awaitEnd(id, PATIENCE);
        assertThat(state.get("state").asString()).as(state.toString()).isEqualTo("COMPLETED");
        JsonNode result =
                client.get("/api/v1/analyses/" + id + "/result").expect(200).json();
        assertThat(state.get("resultHash").asString()).isEqualTo(hash(result));
        return result;
    }

    private static String hash(JsonNode result) {
        return result.at("/provenance/resultHash").asString();
    }

    private static void compare(Question question, JsonNode result) {
        SoftAssertions all = new SoftAssertions();
        for (Figure figure : question.figures()) {
            JsonNode is = new FigurePath(figure.figure()).in(result).value();
            String what = figure.figure() + " (" + EXPECTED.tolerances().get(figure.tolerance()) + ")";
            if (figure.within() == null) {
                all.assertThat(is.asString("missing"))
                        .as(what)
                        .isEqualTo(figure.expected().asString());
            } else {
                all.assertThat(is.asDouble(Double.NaN))
                        .as(what)
                        .isCloseTo(figure.expected().asDouble(), within(figure.within()));
            }
        }
        all.assertAll();
    }

    private static void assertProvenance(Question question, JsonNode result) {
        JsonNode provenance = result.get("provenance");
        assertThat(result.get("kind").asString()).isEqualTo(question.kind());
        assertThat(provenance.get("observations").asInt()).isEqualTo(question.observations());
        assertThat(provenance.get("from").asString())
                .isEqualTo(question.prices().from());
        assertThat(provenance.get("to").asString()).isEqualTo(question.prices().to());
        assertThat(provenance.get("provider").asString()).isEqualTo("inline");
        assertThat(provenance.get("simulated").asBoolean()).isFalse();
        assertThat(provenance.get("engineVersion").asString()).isNotBlank();
        assertThat(provenance.get("inputsHash").asString()).matches("[0-9a-f]{64}");
        JsonNode seed = question.parameters().path("seed");
        if (seed.isNumber()) {
            assertThat(provenance.get("seed").asLong()).isEqualTo(seed.asLong());
        }
    }

    private static void assertPartsMakeTheWhole(JsonNode result) {
        switch (result.get("kind").asString()) {
            case "risk" -> {
                assertSum(result.get("contributions"), "/share", 1);
                assertSum(
                        result.get("contributions"),
                        "/component",
                        result.at("/performance/annualVolatility").asDouble());
            }
            case "stress" ->
                result.get("scenarios")
                        .forEach(scenario -> assertSum(
                                scenario.get("holdings"),
                                "/loss",
                                scenario.at("/loss/fraction").asDouble()));
            case "optimization" -> {
                assertSum(result.get("weights"), "/target", 1);
                assertSum(result.get("weights"), "/riskShare", 1);
                result.get("trades").forEach(trade -> assertWholeShares(trade, result));
                assertThat(result.get("cashAfter").asDouble()).isNotNegative();
            }
            case "factor" ->
                assertSum(
                        result.get("loadings"), "/share", result.get("rSquared").asDouble());
            default -> assertThat(result.get("sentences")).isNotEmpty();
        }
    }

    private static void assertSaidInGerman(JsonNode result) {
        assertThat(Stream.of("sentences", "assumptions", "absent")
                        .flatMap(part -> result.path(part).valueStream()))
                .extracting(JsonNode::asString)
                .filteredOn(text -> !GERMAN.has(text))
                .as("told in English only by a German dashboard")
                .isEmpty();
    }

    /** But for what is given up whole, of which there may be a fraction of a share. */
    private static void assertWholeShares(JsonNode trade, JsonNode result) {
        String after = "weights[symbol=" + trade.get("symbol").asString() + "].afterTrades";
        if (new FigurePath(after).in(result).value().asDouble() > 1e-12) {
            assertThat(trade.get("shares").asDouble() % 1).as(trade.toString()).isZero();
        }
    }

    private static void assertSum(JsonNode rows, String part, double whole) {
        double sum = StreamSupport.stream(rows.spliterator(), false)
                .mapToDouble(row -> row.at(part).asDouble(Double.NaN))
                .sum();
        assertThat(sum).as("sum of " + part).isCloseTo(whole, within(1e-9));
    }

    /** One figure of every formula: {@code /figures/{name}} has its value, how it is computed, and where it comes from. */
    private void assertExplained(Question question, String id, JsonNode result) {
        Set<String> seen = new HashSet<>();
        for (Figure figure : question.figures()) {
            FigurePath path = new FigurePath(figure.figure());
            if (figure.within() != null && seen.add(path.pattern())) {
                FigurePath.Found found = path.in(result);
                JsonNode told = client.get("/api/v1/analyses/" + id + "/figures/" + found.name())
                        .expect(200)
                        .json();
                assertThat(told.get("value").asDouble())
                        .as(found.name())
                        .isEqualTo(found.value().asDouble());
                assertThat(told.get("formula").asString()).as(found.name()).isNotBlank();
                assertThat(told.get("source").asString()).as(found.name()).isNotBlank();
                assertThat(hash(told)).as(found.name()).isEqualTo(hash(result));
            }
        }
        assertThat(seen).isNotEmpty();
    }
}
