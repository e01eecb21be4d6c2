package io.riskwatch.analytics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.analytics.analysis.AnalysisJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path CONTRACT = Path.of("contract");

    static Stream<Path> examples(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CONTRACT.resolve(folder).resolve("examples"))) {
            List<Path> all = files.sorted().toList();
            assertThat(all).as("examples in " + folder).isNotEmpty();
            return all.stream();
        }
    }

    static Stream<Path> jobs() throws IOException {
        return examples("job");
    }

    static Stream<Path> events() throws IOException {
        return examples("event");
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void everyExampleJobKeepsItsSchemaAndIsRead(Path example) throws IOException {
        JsonNode body = JSON.readTree(Files.readAllBytes(example));

        assertThat(ContractSchema.of("job/analysis-job.schema.json").violations(body))
                .isEmpty();
        assertThat(ContractSchema.of("job/" + body.path("kind").stringValue() + "-parameters.schema.json")
                        .violations(body.path("parameters")))
                .isEmpty();
        AnalysisJob job = JSON.treeToValue(body, AnalysisJob.class);
        assertThat(job.kind()).isEqualTo(body.path("kind").stringValue());
        assertThat(JSON.valueToTree(job.analysisId()).stringValue())
                .isEqualTo(body.path("analysisId").stringValue());
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyExampleEventKeepsItsSchema(Path example) throws IOException {
        String type = example.getFileName().toString().replace(".json", "");

        assertThat(ContractSchema.of("event/" + type + ".schema.json")
                        .violations(JSON.readTree(Files.readAllBytes(example))))
                .isEmpty();
    }

    static List<String> kinds() throws IOException {
        JsonNode kinds = JSON.readTree(Files.readAllBytes(CONTRACT.resolve("job/analysis-job.schema.json")))
                .path("properties")
                .path("kind")
                .path("enum");
        return StreamSupport.stream(kinds.spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noParametersAreValidParametersOfEveryKind(String kind) {
        ContractSchema schema = ContractSchema.of("job/" + kind + "-parameters.schema.json");

        assertThat(schema.violations(JSON.createObjectNode())).isEmpty();
        assertThat(schema.violations(JSON.readTree("{\"nonsense\": 1}")))
                .extracting(ContractSchema.Violation::field)
                .containsExactly("nonsense");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"confidence\": 1.2}              | confidence",
                "{\"confidence\": [0.95, 0]}        | confidence[1]",
                "{\"confidence\": []}               | confidence",
                "{\"confidence\": \"high\"}         | confidence",
                "{\"horizonDays\": 0}               | horizonDays",
                "{\"horizonDays\": 1.5}             | horizonDays",
                "{\"methods\": [\"GUESS\"]}         | methods[0]",
                "{\"methods\": \"GUESS\"}           | methods",
                "{\"riskFree\": -1}                 | riskFree",
                "{\"from\": \"2024-02-30\"}         | from",
                "{\"nonsense\": 1}                  | nonsense"
            })
    void aWrongParameterIsNamed(String parameters, String field) {
        assertThat(ContractSchema.of("job/risk-parameters.schema.json").violations(JSON.readTree(parameters)))
                .extracting(ContractSchema.Violation::field)
                .contains(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"holdings", "analysisId", "parameters", "baseCurrency"})
    void aJobWithoutWhatItNeedsIsNone(String field) throws IOException {
        var body = (tools.jackson.databind.node.ObjectNode)
                JSON.readTree(Files.readAllBytes(CONTRACT.resolve("job/examples/risk-holdings.json")));
        body.remove(field);

        assertThat(ContractSchema.of("job/analysis-job.schema.json").violations(body))
                .isNotEmpty();
    }
}
