package io.riskwatch.analytics.portfolioreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.riskwatch.analytics.PublishedExample;
import io.riskwatch.analytics.analysis.AnalysisJob;
import io.riskwatch.analytics.analysis.BadInputException;
import io.riskwatch.analytics.analysis.CancelledException;
import io.riskwatch.analytics.exposure.Exposures;
import io.riskwatch.analytics.history.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PortfolioReportTest {

    private static final Path CONTRACT = Path.of("contract");

    private final PublishedExample report = new PublishedExample(PortfolioReportAnalysis::new);

    @Test
    void theExampleResultIsThatOfTheExampleJob() {
        report.mustBeThatOfTheExampleJob();
    }

    /** A figure of a report is the one its own kind answers for the same prices, parameters and seed. */
    @ParameterizedTest
    @CsvSource({
        "risk, io.riskwatch.analytics.risk.RiskAnalysis, valueAtRisk",
        "risk, io.riskwatch.analytics.risk.RiskAnalysis, performance",
        "varBacktest, io.riskwatch.analytics.risk.VarBacktestAnalysis, kupiec",
        "stress, io.riskwatch.analytics.stress.StressAnalysis, reverse"
    })
    void aSectionSaysWhatItsKindSays(String member, Class<?> kind, String figure) {
        Section section = Arrays.stream(Section.values())
                .filter(one -> one.member().equals(member))
                .findFirst()
                .orElseThrow();
        JsonNode whole = report.compute("{\"seed\": 5}");
        PublishedExample alone = new PublishedExample(section::over);

        JsonNode same = alone.compute(
                example().data(),
                example().weights(),
                section.parameters(ReportParameters.of(asked("{\"seed\": 5}")), 5)
                        .toString());

        assertThat(section.over(new Exposures(request -> null), PublishedExample.JSON))
                .isInstanceOf(kind);
        assertThat(whole.path("sections").path(member).path(figure))
                .isEqualTo(same.path(figure))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"risk, risk", "stress, stress", "outlook, monte-carlo", "varBacktest, var-backtest"})
    void theSchemaOfASectionIsThatOfItsKind(String member, String kind) throws IOException {
        ObjectNode own = (ObjectNode) schema("result/" + kind + ".schema.json").path("properties");
        ObjectNode section = (ObjectNode) schema("result/portfolio-report.schema.json")
                .path("properties")
                .path("sections")
                .path("properties")
                .path(member)
                .path("properties");
        own.remove(List.of("schemaVersion", "provenance", "inputs", "classes"));

        assertThat(withoutLimits(section)).isEqualTo(withoutLimits(own));
    }

    @Test
    void onlyTheSectionsAskedForAreThere() {
        JsonNode result = report.compute("{\"sections\": [\"STRESS\", \"RISK\"]}");

        assertThat(result.path("sections").propertyNames()).containsExactly("risk", "stress");
        assertThat(result.path("inputs").path("parameters").path("sections").valueStream())
                .extracting(JsonNode::stringValue)
                .containsExactly("RISK", "STRESS");
    }

    @Test
    void spelledOutDefaultsAreTheSameQuestion() {
        JsonNode usual = report.compute("{}");

        assertThat(report.compute(usual.path("inputs").path("parameters").toString())
                        .path("provenance")
                        .path("resultHash"))
                .isEqualTo(usual.path("provenance").path("resultHash"));
        assertThat(report.compute("{\"confidence\": 0.95, \"horizonDays\": 21}")
                        .path("sections")
                        .path("risk")
                        .path("valueAtRisk"))
                .hasSize(3);
    }

    /** A report fetches its history once, whatever the number of its parts, the benchmark's with it. */
    @Test
    void allSectionsLookAtOneHistory() {
        List<List<String>> asked = new ArrayList<>();
        var analysis = new PortfolioReportAnalysis(
                new Exposures(request -> {
                    asked.add(request.symbols());
                    return history(request.symbols());
                }),
                PublishedExample.JSON);
        List<Integer> progress = new ArrayList<>();

        ObjectNode result = analysis.run(held("{\"benchmark\": \"INDX\", \"paths\": 1000}", 3), progress::add);

        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst()).contains("S0", "S1", "S2", "INDX");
        assertThat(result.path("sections").propertyNames()).containsExactly("risk", "stress", "outlook", "varBacktest");
        assertThat(result.path("sections").path("risk").path("performance").has("beta"))
                .isTrue();
        assertThat(progress).isSorted().hasSizeGreaterThan(20).endsWith(95);
    }

    @Test
    void aLargePortfolioIsShortenedAndItsTotalsAreNot() {
        var analysis = new PortfolioReportAnalysis(
                new Exposures(request -> history(request.symbols())), PublishedExample.JSON);

        JsonNode sections =
                analysis.run(held("{\"paths\": 1000}", 60), percent -> {}).path("sections");

        assertThat(sections.path("risk").path("contributions")).hasSize(20);
        assertThat(sections.path("risk")
                        .path("contributions")
                        .valueStream()
                        .map(one -> -Math.abs(one.path("share").doubleValue())))
                .isSorted();
        assertThat(sections.path("risk").path("correlation").path("matrix")).hasSize(12);
        assertThat(sections.path("risk").path("correlation").path("matrix").path(3))
                .hasSize(12);
        JsonNode worst = sections.path("stress").path("scenarios").path(0);
        assertThat(sections.path("stress").path("scenarios")).hasSize(8);
        assertThat(worst.path("holdings")).hasSize(10);
        assertThat(worst.path("holdings")
                                .valueStream()
                                .mapToDouble(one -> one.path("loss").doubleValue())
                                .sum()
                        + worst.path("others").doubleValue())
                .isCloseTo(worst.path("loss").path("fraction").doubleValue(), within(1e-12));
    }

    /** What never varies has no future to simulate; the rest of the report can be told. */
    @Test
    void aSectionThatCannotBeToldIsLeftOutWithItsReason() {
        JsonNode result =
                report.compute(constant(), List.of(1.0), "{\"sections\": [\"RISK\", \"OUTLOOK\", \"STRESS\"]}");

        assertThat(result.path("absent").path("sections.outlook").stringValue()).contains("never vary");
        assertThat(result.path("sections").propertyNames()).contains("risk").doesNotContain("outlook");
        assertThatThrownBy(() -> report.compute(constant(), List.of(1.0), "{\"sections\": [\"OUTLOOK\"]}"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("never vary");
    }

    @Test
    void aWishThatCannotBeMetIsRefusedByItsName() {
        assertThatThrownBy(() -> report.compute("{\"crises\": [\"asteroid\"]}"))
                .isInstanceOfSatisfying(
                        BadInputException.class, e -> assertThat(e.field()).startsWith("parameters.crises"));
    }

    @Test
    void itEndsBetweenItsSectionsWhenTheOwnerCancels() {
        var analysis = new PortfolioReportAnalysis(
                new Exposures(request -> history(request.symbols())), PublishedExample.JSON);

        assertThatThrownBy(() -> analysis.run(held("{\"paths\": 1000}", 3), percent -> {
                    if (percent > 50) {
                        throw new CancelledException();
                    }
                }))
                .isInstanceOf(CancelledException.class);
    }

    private static AnalysisJob.InlineData constant() {
        AnalysisJob.InlineData data = example().data();
        return new AnalysisJob.InlineData(
                List.of("CALM"),
                data.dates(),
                data.dates().stream().map(day -> List.of(100.0)).toList());
    }

    private static AnalysisJob example() {
        try {
            return PublishedExample.JSON.readValue(
                    Files.readAllBytes(CONTRACT.resolve("job/examples/portfolio-report.json")), AnalysisJob.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectNode asked(String parameters) {
        return (ObjectNode) PublishedExample.JSON.readTree(parameters);
    }

    private static AnalysisJob held(String parameters, int holdings) {
        AnalysisJob example = example();
        return new AnalysisJob(
                1,
                example.analysisId(),
                example.organisationId(),
                "portfolio-report",
                example.requestedAt(),
                "USD",
                IntStream.range(0, holdings)
                        .mapToObj(i -> new AnalysisJob.Holding("S" + i, null, 1.0 / holdings))
                        .toList(),
                null,
                null,
                null,
                null,
                null,
                null,
                asked(parameters));
    }

    private static History history(List<String> symbols) {
        int days = 300;
        double[][] closes = new double[symbols.size()][days];
        for (int i = 0; i < symbols.size(); i++) {
            for (int t = 0; t < days; t++) {
                closes[i][t] = 100 + 10 * Math.sin((i + 1) * 1.7 * t) + 0.01 * t;
            }
        }
        int first = Math.toIntExact(LocalDate.of(2024, 1, 1).toEpochDay());
        return new History(
                symbols.stream()
                        .map(symbol -> new History.Series(symbol, "USD", "xsim", true))
                        .toList(),
                IntStream.range(0, days).map(t -> first + t).toArray(),
                closes,
                List.of(),
                0);
    }

    private static JsonNode schema(String file) throws IOException {
        return PublishedExample.JSON.readTree(Files.readAllBytes(CONTRACT.resolve(file)));
    }

    /** A report shortens lists and says so; all else of a schema must be the kind's. */
    private static JsonNode withoutLimits(JsonNode schema) {
        if (schema instanceof ObjectNode node) {
            ObjectNode copy = node.deepCopy();
            copy.remove(List.of("maxItems", "description"));
            copy.propertyNames().forEach(name -> copy.set(name, withoutLimits(copy.path(name))));
            return copy;
        }
        return schema;
    }
}
