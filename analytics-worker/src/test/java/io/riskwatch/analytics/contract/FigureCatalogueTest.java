package io.riskwatch.analytics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue of figures and the schemas of results say the same: no number without a formula, no formula without a number. */
class FigureCatalogueTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path CONTRACT = Path.of("contract");

    static List<String> kinds() throws IOException {
        return ContractTest.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyNumberOfTheSchemaHasAnEntryAndEveryEntryANumber(String kind) {
        Set<String> numbers = members(kind, true);
        List<JsonNode> entries = entries(kind);

        assertThat(numbers)
                .filteredOn(number -> !number.equals("schemaVersion"))
                .allSatisfy(number -> {
                    List<JsonNode> explaining = entries.stream()
                            .filter(entry -> names(entry)
                                    .anyMatch(name ->
                                            pattern(name).matcher(number).matches()))
                            .toList();
                    assertThat(explaining).as("entries for %s", number).isNotEmpty();
                    assertThat(explaining.size() == 1 || explaining.stream().allMatch(entry -> entry.has("when")))
                            .as("one entry for %s", number)
                            .isTrue();
                });
        assertThat(entries)
                .allSatisfy(entry -> assertThat(names(entry))
                        .filteredOn(name -> !name.endsWith("**"))
                        .allSatisfy(name -> assertThat(numbers)
                                .as(name)
                                .anyMatch(pattern(name).asMatchPredicate())));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyEntrySaysWhatItIsAndNamesInputsAndAPageThatExist(String kind) {
        Set<String> members = members(kind, false);
        Set<String> parameters = new TreeSet<>(schema("job/" + kind + "-parameters.schema.json")
                .path("properties")
                .propertyNames());

        assertThat(entries(kind)).allSatisfy(entry -> {
            for (String text : List.of("title", "unit", "formula", "source")) {
                assertThat(entry.path(text).asString("")).as(text).isNotBlank();
            }
            if (entry.has("method")) {
                assertThat(Path.of("../docs/methods", entry.path("method").stringValue() + ".md"))
                        .exists();
            }
            for (JsonNode input : entry.path("inputs")) {
                String name = input.stringValue();
                if (name.startsWith("inputs.parameters.")) {
                    assertThat(parameters).contains(name.split("\\.")[2]);
                } else {
                    assertThat(members).contains(name);
                }
            }
        });
    }

    private static List<JsonNode> entries(String kind) {
        List<JsonNode> all = new ArrayList<>();
        for (String file : List.of(kind, "common")) {
            schema("figure/" + file + ".json").forEach(all::add);
        }
        return all;
    }

    private static Stream<String> names(JsonNode entry) {
        return entry.path("names").valueStream().map(JsonNode::stringValue);
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(Pattern.quote(name).replace("**", "\\E.+\\Q").replace("*", "\\E[^.]+\\Q"));
    }

    /** The names of the result's members, with {@code *} for the elements of lists and for free keys. */
    private static Set<String> members(String kind, boolean numbers) {
        JsonNode root = schema("result/" + kind + ".schema.json");
        Set<String> names = new TreeSet<>();
        collect(root, root, "", numbers, names);
        return names;
    }

    private static void collect(JsonNode schema, JsonNode root, String name, boolean numbers, Set<String> names) {
        if (schema.has("$ref")) {
            collect(root.at(schema.path("$ref").stringValue().substring(1)), root, name, numbers, names);
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            schema.path(choice).forEach(one -> collect(one, root, name, numbers, names));
        }
        String type = schema.path("type").toString();
        if (!numbers || type.contains("number") || type.contains("integer")) {
            names.add(name);
        }
        String prefix = name.isEmpty() ? "" : name + ".";
        schema.path("properties")
                .properties()
                .forEach(member -> collect(member.getValue(), root, prefix + member.getKey(), numbers, names));
        for (String free : List.of("items", "additionalProperties")) {
            if (schema.path(free).isObject()) {
                collect(schema.path(free), root, prefix + "*", numbers, names);
            }
        }
    }

    private static JsonNode schema(String file) {
        try {
            return JSON.readTree(Files.readAllBytes(CONTRACT.resolve(file)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
