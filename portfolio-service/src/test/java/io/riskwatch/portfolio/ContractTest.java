package io.riskwatch.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published examples keep their schemas, and the schemas refuse what they should. */
class ContractTest {

    private static final JsonMapper JSON = new JsonMapper();

    static Stream<String> schemas() throws IOException {
        try (var files = Files.walk(Path.of("contract"))) {
            return files
                    .map(Path::toString)
                    .filter(name -> name.matches("contract.(frame|webhook).*\\.schema\\.json"))
                    .map(name ->
                            name.replace('\\', '/').replace("contract/", "").replace(".schema.json", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** An example is named as its schema, or as the type of what it is one of. */
    static Stream<Path> examples(String schema) throws IOException {
        var example = Path.of("contract", schema + ".json");
        var folder = example.resolveSibling("examples");
        if (!schema.startsWith("webhook/")) {
            return Stream.of(folder.resolve(example.getFileName()));
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void everythingSentHasASchema() throws IOException {
        assertThat(schemas())
                .containsExactly(
                        "frame/alert.raised",
                        "frame/analysis",
                        "frame/client-margin",
                        "frame/margin.changed",
                        "frame/margin.values",
                        "webhook/alert");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void itsExamplesKeepASchemaAndWithoutARequiredMemberDoNot(String schema) throws IOException {
        var examples = examples(schema).toList();
        assertThat(examples).isNotEmpty();
        for (var file : examples) {
            var example = (ObjectNode) JSON.readTree(Files.readString(file));
            assertThat(Contract.broken(schema, example)).as(file.toString()).isEmpty();
            for (var required : required(schema)) {
                assertThat(Contract.broken(schema, example.deepCopy().remove(List.of(required))))
                        .as("%s without %s", file, required)
                        .isNotEmpty();
            }
            assertThat(Contract.broken(schema, example.deepCopy().put("unheardOf", 1)))
                    .isNotEmpty();
        }
    }

    private static List<String> required(String schema) throws IOException {
        return JSON.readTree(Files.readString(Path.of("contract", schema + ".schema.json")))
                .get("required")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"alert.raised, 1", "alert.digest, 2", "alert.test, 0"})
    void aWebhooksTypeSaysHowManyAlertsThereAre(String type, int alerts) throws IOException {
        var body = (ObjectNode) JSON.readTree(Files.readString(Path.of("contract/webhook/examples/alert.json")));
        var alert = body.get("alerts").get(0);
        for (var count = 0; count < 4; count++) {
            var array = body.put("type", type).putArray("alerts");
            for (var i = 0; i < count; i++) {
                array.add(alert);
            }
            var allowed = type.equals("alert.digest") ? count >= alerts : count == alerts;
            assertThat(Contract.broken("webhook/alert", body).isEmpty())
                    .as("%s of %d", type, count)
                    .isEqualTo(allowed);
        }
    }
}
